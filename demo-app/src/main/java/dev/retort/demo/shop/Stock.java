/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import dev.retort.demo.shop.problem.NotFoundException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stock: every change of a product's stock adds a movement. Runs in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Stock {

    private final ProductRepository products;
    private final StockMovementRepository movements;
    private final Clock clock;

    Stock(ProductRepository products, StockMovementRepository movements, Clock clock) {
        this.products = products;
        this.movements = movements;
        this.clock = clock;
    }

    /** Locks products until the transaction ends; {@return them by their SKU} */
    Map<String, Product> lock(Collection<String> skus) {
        Map<String, Product> found =
                products.lockBySku(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity()));
        Set<String> missing = new TreeSet<>(skus);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            throw new NotFoundException("product", String.join(", ", missing));
        }
        return found;
    }

    /** Adds a delivery. */
    StockMovement deliver(Product product, int quantity, @Nullable String note) {
        return add(StockMovement.delivery(product, quantity, note, clock.instant()));
    }

    /** Removes sold products, or refuses. */
    void withdraw(Order order) {
        order.lines().forEach(line -> add(StockMovement.sale(line, clock.instant())));
    }

    /** Returns sold products to stock. */
    void putBack(Order order) {
        products.lockByOrder(order);
        order.lines().forEach(line -> add(StockMovement.cancellation(line, clock.instant())));
    }

    private StockMovement add(StockMovement movement) {
        movement.product().move(movement.quantity());
        return movements.save(movement);
    }
}
