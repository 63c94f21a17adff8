/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.demo.RunningShop;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Errors of the interface, as problem details. */
class RefusalTests extends RunningShop {

    @Test
    void namesEachFieldThatIsWrong() {
        post("/api/customers", "{\"name\": \" \", \"email\": \"nobody\"}")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrder("name", "email"));
    }

    @Test
    void refusesALineWithoutQuantity() {
        post("/api/orders", "{\"customerId\": 1, \"lines\": [{\"sku\": \"CLAMP-3\", \"quantity\": 0}]}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines[0].quantity");
    }

    @Test
    void refusesWhatIsNotJson() {
        post("/api/orders", "{").expectStatus().isBadRequest();
    }

    @Test
    void refusesAnUnknownCustomer() {
        post("/api/orders", "{\"customerId\": 0, \"lines\": [{\"sku\": \"CLAMP-3\", \"quantity\": 1}]}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no customer 0.");
    }

    @Test
    void refusesAnUnknownProduct() {
        get("/api/products/NONE")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is no product NONE.");
    }

    @Test
    void refusesASecondCustomerWithOneAddress() {
        String json = "{\"name\": \"Bert\", \"email\": \"bert@example.org\"}";
        post("/api/customers", json).expectStatus().isCreated();

        post("/api/customers", json.replace("bert@", "BERT@")).expectStatus().isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void refusesASecondProductWithOneSku() {
        post("/api/products", "{\"sku\": \"CLAMP-3\", \"name\": \"Clamp\", \"price\": 1}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void refusesToSortByWhatIsNotThere() {
        get("/api/products?sort=colour").expectStatus().isBadRequest();
    }
}
