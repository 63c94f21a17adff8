/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @PostMapping
    ResponseEntity<OrderView> place(@Valid @RequestBody NewOrder request) {
        OrderView placed = orders.place(request);
        return ResponseEntity.created(URI.create("/api/orders/" + placed.id())).body(placed);
    }

    @GetMapping
    PagedModel<OrderSummary> list(@RequestParam(required = false) @Nullable Long customer, Pageable page) {
        // The order of the list is fixed: newest first.
        PageRequest unsorted = PageRequest.of(page.getPageNumber(), page.getPageSize());
        return new PagedModel<>(orders.summaries(customer, unsorted));
    }

    @GetMapping("/{id}")
    OrderView get(@PathVariable long id) {
        return orders.get(id);
    }

    @PostMapping("/{id}/shipment")
    OrderView ship(@PathVariable long id) {
        return orders.ship(id);
    }

    @PostMapping("/{id}/cancellation")
    OrderView cancel(@PathVariable long id) {
        return orders.cancel(id);
    }
}
