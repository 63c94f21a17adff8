/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import dev.retort.demo.shop.customer.Customer;
import dev.retort.demo.shop.customer.CustomerRepository;
import dev.retort.demo.shop.problem.NotFoundException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Placing, shipping and cancelling orders, each in one transaction with the stock it moves. */
@Service
@Transactional
class Orders {

    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final InvoiceRepository invoices;
    private final Stock stock;
    private final ShopProperties properties;
    private final Clock clock;

    Orders(
            OrderRepository orders,
            CustomerRepository customers,
            InvoiceRepository invoices,
            Stock stock,
            ShopProperties properties,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.invoices = invoices;
        this.stock = stock;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes all ordered products from stock, or none. */
    OrderView place(NewOrder request) {
        Customer customer = customers
                .findById(request.customerId())
                .orElseThrow(() -> new NotFoundException("customer", request.customerId()));
        Map<String, Integer> quantities = request.quantities();
        Map<String, Product> products = stock.lock(quantities.keySet());
        Order order = new Order(customer, properties.currency(), clock.instant());
        quantities.forEach((sku, quantity) -> order.add(Objects.requireNonNull(products.get(sku)), quantity));
        orders.saveAndFlush(order);
        stock.withdraw(order);
        return OrderView.of(order, null);
    }

    /** Ships an order and issues its invoice. */
    OrderView ship(long id) {
        Order order = lock(id);
        order.ship();
        return OrderView.of(order, invoices.save(new Invoice(order, clock.instant())));
    }

    /** Cancels an order: its goods go back into the store, its invoice is credited. */
    OrderView cancel(long id) {
        Order order = lock(id);
        order.cancel(clock.instant());
        stock.putBack(order);
        Invoice invoice = invoices.findByOrder(order).orElse(null);
        if (invoice != null) {
            invoice.credit(clock.instant());
        }
        return OrderView.of(order, invoice);
    }

    @Transactional(readOnly = true)
    OrderView get(long id) {
        Order order = orders.findWithLinesById(id).orElseThrow(() -> new NotFoundException("order", id));
        return OrderView.of(order, invoices.findByOrder(order).orElse(null));
    }

    @Transactional(readOnly = true)
    Page<OrderSummary> summaries(@Nullable Long customer, Pageable page) {
        return orders.summaries(customer, page);
    }

    private Order lock(long id) {
        return orders.lockById(id).orElseThrow(() -> new NotFoundException("order", id));
    }
}
