/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface StockMovementRepository extends JpaRepository<StockMovement, Long> {

    @EntityGraph(attributePaths = "order")
    Page<StockMovement> findByProduct(Product product, Pageable page);
}
