/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customers", uniqueConstraints = @UniqueConstraint(name = "uq_customers_email", columnNames = "email"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, length = 120)
    private String name;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    Customer(String name, String email, Instant createdAt) {
        this.name = name;
        this.email = email;
        this.createdAt = createdAt;
    }

    /** For JPA, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    public long id() {
        return Objects.requireNonNull(id, "a customer has its id once it is saved");
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Instant createdAt() {
        return createdAt;
    }
}
