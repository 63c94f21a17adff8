/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** The entity that the application of the guide maps. */
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
class Customer {

    @Id
    private long id;

    private @Nullable String name;

    @Column(length = 320)
    private @Nullable String email;

    Customer() {}
}
