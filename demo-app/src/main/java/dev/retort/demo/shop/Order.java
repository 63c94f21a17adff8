/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import dev.retort.demo.shop.customer.Customer;
import dev.retort.demo.shop.problem.ConflictException;
import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(
        name = "orders",
        check =
                @CheckConstraint(
                        name = "ck_orders_cancelled",
                        constraint = "(status = 'CANCELLED') = (cancelled_at IS NOT NULL)"),
        indexes = @Index(name = "ix_orders_customer_placed_at", columnList = "customer_id, placed_at DESC"))
class Order {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_orders_customer"))
    private Customer customer;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    private OrderStatus status = OrderStatus.PLACED;

    @Column(nullable = false, length = 3, comment = "ISO 4217 code")
    private String currency;

    @Column(nullable = false)
    private Instant placedAt;

    private @Nullable Instant cancelledAt;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<OrderLine> lines = new ArrayList<>();

    Order(Customer customer, String currency, Instant placedAt) {
        this.customer = customer;
        this.currency = currency;
        this.placedAt = placedAt;
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    OrderLine add(Product product, int quantity) {
        OrderLine line = new OrderLine(this, lines.size() + 1, product, quantity);
        lines.add(line);
        return line;
    }

    void ship() {
        requirePlaced("shipped");
        status = OrderStatus.SHIPPED;
    }

    void cancel(Instant at) {
        if (status == OrderStatus.CANCELLED) {
            throw new ConflictException("Order %d is cancelled already.".formatted(id()));
        }
        status = OrderStatus.CANCELLED;
        cancelledAt = at;
    }

    private void requirePlaced(String participle) {
        if (status != OrderStatus.PLACED) {
            throw new ConflictException("Order %d cannot be %s: its status is %s.".formatted(id(), participle, status));
        }
    }

    BigDecimal total() {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long id() {
        return Objects.requireNonNull(id, "an order has its id once it is saved");
    }

    Customer customer() {
        return customer;
    }

    OrderStatus status() {
        return status;
    }

    String currency() {
        return currency;
    }

    Instant placedAt() {
        return placedAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }
}
