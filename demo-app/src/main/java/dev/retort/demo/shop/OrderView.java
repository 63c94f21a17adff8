/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as clients see it. */
record OrderView(
        long id,
        long customerId,
        OrderStatus status,
        List<Line> lines,
        BigDecimal total,
        String currency,
        Instant placedAt,
        @Nullable Instant cancelledAt,
        @Nullable InvoiceView invoice) {

    OrderView {
        lines = List.copyOf(lines);
    }

    static OrderView of(Order order, @Nullable Invoice invoice) {
        return new OrderView(
                order.id(),
                order.customer().id(),
                order.status(),
                order.lines().stream().map(Line::of).toList(),
                order.total(),
                order.currency(),
                order.placedAt(),
                order.cancelledAt(),
                invoice == null ? null : InvoiceView.of(invoice));
    }

    record Line(int position, String sku, int quantity, BigDecimal unitPrice, BigDecimal total) {

        static Line of(OrderLine line) {
            return new Line(line.position(), line.product().sku(), line.quantity(), line.unitPrice(), line.total());
        }
    }

    record InvoiceView(
            long number,
            BigDecimal amount,
            Instant issuedAt,
            @Nullable Instant creditedAt) {

        static InvoiceView of(Invoice invoice) {
            return new InvoiceView(invoice.id(), invoice.amount(), invoice.issuedAt(), invoice.creditedAt());
        }
    }
}
