/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.customer;

import java.time.Instant;

/** A customer as clients see it. */
record CustomerView(long id, String name, String email, Instant createdAt) {

    static CustomerView of(Customer customer) {
        return new CustomerView(customer.id(), customer.name(), customer.email(), customer.createdAt());
    }
}
