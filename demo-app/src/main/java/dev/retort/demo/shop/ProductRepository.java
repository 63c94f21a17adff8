/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long> {

    boolean existsBySku(String sku);

    Optional<Product> findBySku(String sku);

    /** Locks the rows until the transaction ends, always in the same order: two orders cannot block each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Product p where p.sku in :skus order by p.id")
    List<Product> lockBySku(Collection<String> skus);

    /** Locks the products of an order in the same way. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select p from Product p
            where p.id in (select l.product.id from OrderLine l where l.order = :order)
            order by p.id
            """)
    List<Product> lockByOrder(Order order);
}
