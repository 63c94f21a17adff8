/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** The entity of the application under test. */
@Entity
class Customer {

    @Id
    private long id;

    private @Nullable String name;

    @Column(length = 320)
    private @Nullable String email;

    Customer() {}

    Customer(long id, String name) {
        this.id = id;
        this.name = name;
    }

    long id() {
        return id;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }
}
