/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface InvoiceRepository extends JpaRepository<Invoice, Long> {

    Optional<Invoice> findByOrder(Order order);
}
