/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(
        name = "stock_movements",
        check = @CheckConstraint(name = "ck_stock_movements_quantity", constraint = "quantity <> 0"),
        comment = "Every change of stock; the sum per product is products.in_stock",
        indexes = @Index(name = "ix_stock_movements_product_occurred_at", columnList = "product_id, occurred_at"))
class StockMovement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_stock_movements_product"))
    private Product product;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_stock_movements_order"))
    private @Nullable Order order;

    @Column(nullable = false, comment = "Positive into the store, negative out of it")
    private int quantity;

    @Column(nullable = false, length = 20)
    @Enumerated(EnumType.STRING)
    private MovementReason reason;

    @Column(length = 200)
    private @Nullable String note;

    @Column(nullable = false)
    private Instant occurredAt;

    private StockMovement(Product product, int quantity, MovementReason reason, Instant occurredAt) {
        this.product = product;
        this.quantity = quantity;
        this.reason = reason;
        this.occurredAt = occurredAt;
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected StockMovement() {}

    static StockMovement delivery(Product product, int quantity, @Nullable String note, Instant occurredAt) {
        StockMovement movement = new StockMovement(product, quantity, MovementReason.DELIVERY, occurredAt);
        movement.note = note;
        return movement;
    }

    static StockMovement sale(OrderLine line, Instant occurredAt) {
        return ofOrder(line, -line.quantity(), MovementReason.SALE, occurredAt);
    }

    static StockMovement cancellation(OrderLine line, Instant occurredAt) {
        return ofOrder(line, line.quantity(), MovementReason.CANCELLATION, occurredAt);
    }

    private static StockMovement ofOrder(OrderLine line, int quantity, MovementReason reason, Instant occurredAt) {
        StockMovement movement = new StockMovement(line.product(), quantity, reason, occurredAt);
        movement.order = line.order();
        return movement;
    }

    Product product() {
        return product;
    }

    @Nullable
    Order order() {
        return order;
    }

    int quantity() {
        return quantity;
    }

    MovementReason reason() {
        return reason;
    }

    @Nullable
    String note() {
        return note;
    }

    Instant occurredAt() {
        return occurredAt;
    }
}
