/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Catalogue catalogue;

    ProductController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @PostMapping
    ResponseEntity<ProductView> create(@Valid @RequestBody NewProduct request) {
        ProductView product = catalogue.add(request);
        return ResponseEntity.created(URI.create("/api/products/" + product.sku()))
                .body(product);
    }

    @GetMapping
    PagedModel<ProductView> list(@PageableDefault(sort = "sku") Pageable page) {
        return new PagedModel<>(catalogue.list(page));
    }

    @GetMapping("/{sku}")
    ProductView get(@PathVariable String sku) {
        return catalogue.get(sku);
    }

    @PostMapping("/{sku}/deliveries")
    ProductView deliver(@PathVariable String sku, @Valid @RequestBody NewDelivery delivery) {
        return catalogue.deliver(sku, delivery);
    }

    @GetMapping("/{sku}/movements")
    PagedModel<MovementView> movements(
            @PathVariable String sku, @PageableDefault(sort = "id", direction = Sort.Direction.DESC) Pageable page) {
        return new PagedModel<>(catalogue.movements(sku, page));
    }
}
