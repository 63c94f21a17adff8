/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.demo.RunningShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class SecurityTests extends RunningShop {

    private static final String PRODUCT = "{\"sku\": \"X-1\", \"name\": \"X\", \"price\": 1}";

    @Test
    void requiresAuthentication() {
        anonymous().get().uri("/api/products").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void letsReadersRead() {
        reader().get().uri("/api/products").exchange().expectStatus().isOk();
    }

    @Test
    void refusesWritingByReaders() {
        reader().post()
                .uri("/api/products")
                .cookie("XSRF-TOKEN", "token")
                .header("X-XSRF-TOKEN", "token")
                .contentType(MediaType.APPLICATION_JSON)
                .body(PRODUCT)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesWritingWithoutACsrfToken() {
        operator()
                .post()
                .uri("/api/products")
                .contentType(MediaType.APPLICATION_JSON)
                .body(PRODUCT)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesAWrongPassword() {
        anonymous()
                .mutate()
                .defaultHeaders(headers -> headers.setBasicAuth("operator", "operator"))
                .build()
                .get()
                .uri("/api/products")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void showsStrangersOnlyTheHealthStatus() {
        anonymous()
                .get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
    }

    @Test
    void hidesTheMigrationsFromStrangers() {
        anonymous().get().uri("/actuator/migrations").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void showsTheMigrationsToReaders() {
        reader().get()
                .uri("/actuator/migrations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.contexts['demo-app'].databases.default.upToDate")
                .isEqualTo(true);
    }

    @Test
    void letsOnlyOperatorsMigrate() {
        planDowngrade(reader()).expectStatus().isForbidden();
        planDowngrade(operator())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.after[0]")
                .isEqualTo("9c4ee846a809");
    }

    @Test
    void leadsABrowserToThePageOfTheMigrations() {
        reader().get()
                .uri("/")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueMatches("Location", ".*/actuator/migrations");
        String page = reader().get()
                .uri("/actuator/migrations")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).contains("Migrations of demo-app", "At head: 784424bbf63e.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/migrations"})
    void sendsABrowserToTheLogin(String path) {
        anonymous()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueMatches("Location", ".*/login");
    }

    private static RestTestClient.ResponseSpec planDowngrade(RestTestClient client) {
        return client.post()
                .uri("/actuator/migrations/downgrade")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"revision\": \"-1\", \"dryRun\": \"true\"}")
                .exchange();
    }
}
