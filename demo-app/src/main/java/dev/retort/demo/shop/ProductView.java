/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import java.math.BigDecimal;

/** A product as clients see it. */
record ProductView(String sku, String name, BigDecimal price, int inStock) {

    static ProductView of(Product product) {
        return new ProductView(product.sku(), product.name(), product.price(), product.inStock());
    }
}
