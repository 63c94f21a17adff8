/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import dev.retort.demo.shop.problem.ConflictException;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(
        name = "products",
        check = {
            @CheckConstraint(name = "ck_products_price", constraint = "price >= 0"),
            @CheckConstraint(name = "ck_products_in_stock", constraint = "in_stock >= 0")
        },
        uniqueConstraints = @UniqueConstraint(name = "uq_products_sku", columnNames = "sku"))
class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 40)
    private String sku;

    @Column(nullable = false, length = 120)
    private String name;

    @Column(nullable = false, precision = 12, scale = 2)
    private BigDecimal price;

    @Column(nullable = false)
    private int inStock;

    Product(String sku, String name, BigDecimal price) {
        this.sku = sku;
        this.name = name;
        this.price = price;
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    /** Only {@link Stock} calls this, because each change needs a movement. */
    void move(int quantity) {
        int after = Math.addExact(inStock, quantity);
        if (after < 0) {
            throw new ConflictException(
                    "Not enough of %s: %d requested, %d in stock.".formatted(sku, -quantity, inStock));
        }
        inStock = after;
    }

    long id() {
        return Objects.requireNonNull(id, "a product has its id once it is saved");
    }

    String sku() {
        return sku;
    }

    String name() {
        return name;
    }

    BigDecimal price() {
        return price;
    }

    int inStock() {
        return inStock;
    }
}
