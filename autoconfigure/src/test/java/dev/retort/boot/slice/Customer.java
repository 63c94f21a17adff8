/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.slice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity whose table only the migrations make. */
@Entity
class Customer {

    @Id
    private long id;

    private String name = "";

    private @Nullable String email;

    Customer() {}

    Customer(long id, String name, @Nullable String email) {
        this.id = id;
        this.name = name;
        this.email = email;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }
}
