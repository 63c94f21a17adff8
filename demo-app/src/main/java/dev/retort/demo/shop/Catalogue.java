/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import dev.retort.demo.shop.problem.ConflictException;
import dev.retort.demo.shop.problem.NotFoundException;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The products and their stock movements. */
@Service
@Transactional
class Catalogue {

    private final ProductRepository products;
    private final StockMovementRepository movements;
    private final Stock stock;

    Catalogue(ProductRepository products, StockMovementRepository movements, Stock stock) {
        this.products = products;
        this.movements = movements;
        this.stock = stock;
    }

    ProductView add(NewProduct request) {
        if (products.existsBySku(request.sku())) {
            throw new ConflictException("There is a product %s already.".formatted(request.sku()));
        }
        return ProductView.of(products.save(new Product(request.sku(), request.name(), request.price())));
    }

    ProductView deliver(String sku, NewDelivery delivery) {
        Product product = stock.lock(List.of(sku)).values().iterator().next();
        stock.deliver(product, delivery.quantity(), delivery.note());
        return ProductView.of(product);
    }

    @Transactional(readOnly = true)
    ProductView get(String sku) {
        return ProductView.of(find(sku));
    }

    @Transactional(readOnly = true)
    Page<ProductView> list(Pageable page) {
        return products.findAll(page).map(ProductView::of);
    }

    @Transactional(readOnly = true)
    Page<MovementView> movements(String sku, Pageable page) {
        return movements.findByProduct(find(sku), page).map(MovementView::of);
    }

    private Product find(String sku) {
        return products.findBySku(sku).orElseThrow(() -> new NotFoundException("product", sku));
    }
}
