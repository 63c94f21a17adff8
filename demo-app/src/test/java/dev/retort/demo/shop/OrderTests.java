/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.demo.RunningShop;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class OrderTests extends RunningShop {

    private final String sku =
            "TEST-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private long customer;

    @BeforeEach
    void tenInStock() {
        post("/api/products", "{\"sku\": \"%s\", \"name\": \"Flask\", \"price\": 2.50}".formatted(sku))
                .expectStatus()
                .isCreated();
        post("/api/products/%s/deliveries".formatted(sku), "{\"quantity\": 10}")
                .expectStatus()
                .isOk();
        customer = created("/api/customers", "{\"name\": \"Ada\", \"email\": \"%s@example.org\"}".formatted(sku));
    }

    @Test
    void placesAnOrderAndTakesTheStock() {
        order(4).expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PLACED")
                .jsonPath("$.lines[0].total")
                .isEqualTo(10.0)
                .jsonPath("$.total")
                .isEqualTo(10.0)
                .jsonPath("$.currency")
                .isEqualTo("EUR");

        assertThat(inStock()).isEqualTo(6);
    }

    @Test
    void keepsAMovementForEachSale() {
        long order = placed(3);

        get("/api/products/%s/movements".formatted(sku))
                .expectBody()
                .jsonPath("$.content[0].quantity")
                .isEqualTo(-3)
                .jsonPath("$.content[0].reason")
                .isEqualTo("SALE")
                .jsonPath("$.content[0].orderId")
                .isEqualTo((int) order);
    }

    @Test
    void refusesMoreThanIsInStockAndChangesNothing() {
        order(11)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Not enough of %s: 11 requested, 10 in stock.".formatted(sku));

        assertThat(inStock()).isEqualTo(10);
        assertThat(database().query("SELECT count(*) FROM orders WHERE customer_id = " + customer))
                .containsExactly("0");
    }

    @Test
    void takesAllLinesOrNone() {
        String lines = "{\"sku\": \"%s\", \"quantity\": 1}, {\"sku\": \"BURNER-B\", \"quantity\": 1000}".formatted(sku);

        post("/api/orders", "{\"customerId\": %d, \"lines\": [%s]}".formatted(customer, lines))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);

        assertThat(inStock()).isEqualTo(10);
    }

    @Test
    void neverSellsTheSameThingTwice() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpStatusCode> attempt = () -> order(3).returnResult().getStatus();
            List<Future<HttpStatusCode>> answers = clients.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> attempt).toList());

            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn(HttpStatus.CREATED::equals)
                    .hasSize(3);
            assertThat(inStock()).isEqualTo(1);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void issuesAnInvoiceWhenAnOrderIsShipped() {
        post("/api/orders/%d/shipment".formatted(placed(2)), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SHIPPED")
                .jsonPath("$.invoice.amount")
                .isEqualTo(5.0);
    }

    @Test
    void shipsAnOrderOnce() {
        long order = placed(2);
        post("/api/orders/%d/shipment".formatted(order), "").expectStatus().isOk();

        post("/api/orders/%d/shipment".formatted(order), "").expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void putsCancelledOrdersBackAndCreditsTheirInvoice() {
        long order = placed(2);
        post("/api/orders/%d/shipment".formatted(order), "").expectStatus().isOk();

        post("/api/orders/%d/cancellation".formatted(order), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED")
                .jsonPath("$.cancelledAt")
                .isNotEmpty()
                .jsonPath("$.invoice.creditedAt")
                .isNotEmpty();
        assertThat(inStock()).isEqualTo(10);
    }

    @Test
    void cancelsAnOrderOnce() {
        long order = placed(2);
        post("/api/orders/%d/cancellation".formatted(order), "").expectStatus().isOk();

        post("/api/orders/%d/cancellation".formatted(order), "").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        assertThat(inStock()).isEqualTo(10);
    }

    @Test
    void listsTheOrdersOfACustomerNewestFirst() {
        long first = placed(1);
        long second = placed(2);

        get("/api/orders?customer=" + customer)
                .expectBody()
                .jsonPath("$.content[*].id")
                .isEqualTo(List.of((int) second, (int) first))
                .jsonPath("$.content[0].total")
                .isEqualTo(5.0)
                .jsonPath("$.page.totalElements")
                .isEqualTo(2);
    }

    @Test
    void showsAnOrder() {
        long order = placed(1);

        get("/api/orders/" + order)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines[0].sku")
                .isEqualTo(sku);
    }

    private ResponseSpec order(int quantity) {
        return post(
                "/api/orders",
                "{\"customerId\": %d, \"lines\": [{\"sku\": \"%s\", \"quantity\": %d}]}"
                        .formatted(customer, sku, quantity));
    }

    private long placed(int quantity) {
        return id(order(quantity));
    }

    private long created(String path, String json) {
        return id(post(path, json));
    }

    private static long id(ResponseSpec answer) {
        String location = String.valueOf(answer.expectStatus()
                .isCreated()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private int inStock() {
        return Integer.parseInt(database()
                .query("SELECT in_stock FROM products WHERE sku = '%s'".formatted(sku))
                .get(0));
    }
}
