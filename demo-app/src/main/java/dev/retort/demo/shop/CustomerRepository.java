/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerRepository extends JpaRepository<Customer, Long> {

    boolean existsByEmail(String email);
}
