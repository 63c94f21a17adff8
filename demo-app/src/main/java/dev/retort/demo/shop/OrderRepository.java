/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface OrderRepository extends JpaRepository<Order, Long> {

    @EntityGraph(attributePaths = {"customer", "lines.product"})
    Optional<Order> findWithLinesById(long id);

    /** Locks the order until the transaction ends: it is shipped or cancelled once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.id = :id")
    Optional<Order> lockById(long id);

    @Query(
            value = """
            select new dev.retort.demo.shop.OrderSummary(
                o.id, c.name, o.status, sum(l.lineTotal), o.currency, o.placedAt)
            from Order o join o.customer c join o.lines l
            where :customer is null or c.id = :customer
            group by o.id, c.name
            order by o.placedAt desc, o.id desc
            """,
            countQuery = "select count(o) from Order o where :customer is null or o.customer.id = :customer")
    Page<OrderSummary> summaries(@Nullable Long customer, Pageable page);
}
