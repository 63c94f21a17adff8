/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import org.hibernate.annotations.GeneratedColumn;
import org.jspecify.annotations.Nullable;

@Entity
@Table(
        name = "order_lines",
        check = @CheckConstraint(name = "ck_order_lines_quantity", constraint = "quantity > 0"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_order_lines_order_position",
                        columnNames = {"order_id", "position"}),
        indexes = @Index(name = "ix_order_lines_product", columnList = "product_id"))
class OrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_order_lines_order"))
    private Order order;

    @Column(nullable = false)
    private int position;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_order_lines_product"))
    private Product product;

    @Column(nullable = false)
    private int quantity;

    /** The price when the order was placed; the product's may change. */
    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal unitPrice;

    @Column(precision = 12, scale = 2)
    @GeneratedColumn("quantity * unit_price")
    private @Nullable BigDecimal lineTotal;

    OrderLine(Order order, int position, Product product, int quantity) {
        this.order = order;
        this.position = position;
        this.product = product;
        this.quantity = quantity;
        this.unitPrice = product.price();
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    Order order() {
        return order;
    }

    int position() {
        return position;
    }

    Product product() {
        return product;
    }

    int quantity() {
        return quantity;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    /** {@return the total that the database computes} */
    BigDecimal total() {
        return lineTotal == null ? unitPrice.multiply(BigDecimal.valueOf(quantity)) : lineTotal;
    }
}
