/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.customer;

import org.springframework.data.jpa.repository.JpaRepository;

/** The customers. */
public interface CustomerRepository extends JpaRepository<Customer, Long> {

    boolean existsByEmail(String email);
}
