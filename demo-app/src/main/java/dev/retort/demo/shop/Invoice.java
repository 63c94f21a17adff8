/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invoices")
class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_invoices_order"))
    private Order order;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal amount;

    @Column(nullable = false)
    private Instant issuedAt;

    private @Nullable Instant creditedAt;

    Invoice(Order order, Instant issuedAt) {
        this.order = order;
        this.amount = order.total();
        this.issuedAt = issuedAt;
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    void credit(Instant at) {
        creditedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id, "an invoice has its id once it is saved");
    }

    Order order() {
        return order;
    }

    BigDecimal amount() {
        return amount;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    Instant creditedAt() {
        return creditedAt;
    }
}
