/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.customer;

import dev.retort.demo.shop.problem.ConflictException;
import dev.retort.demo.shop.problem.NotFoundException;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.springframework.data.domain.Pageable;
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
@RequestMapping("/api/customers")
class CustomerController {

    private final CustomerRepository customers;
    private final Clock clock;

    CustomerController(CustomerRepository customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<CustomerView> create(@Valid @RequestBody NewCustomer request) {
        String email = request.email().toLowerCase(Locale.ROOT);
        if (customers.existsByEmail(email)) {
            throw new ConflictException("There is a customer with the address %s already.".formatted(email));
        }
        Customer customer = customers.save(new Customer(request.name(), email, clock.instant()));
        return ResponseEntity.created(URI.create("/api/customers/" + customer.id()))
                .body(CustomerView.of(customer));
    }

    @GetMapping
    PagedModel<CustomerView> list(@PageableDefault(sort = "id") Pageable page) {
        return new PagedModel<>(customers.findAll(page).map(CustomerView::of));
    }

    @GetMapping("/{id}")
    CustomerView get(@PathVariable long id) {
        return customers.findById(id).map(CustomerView::of).orElseThrow(() -> new NotFoundException("customer", id));
    }
}
