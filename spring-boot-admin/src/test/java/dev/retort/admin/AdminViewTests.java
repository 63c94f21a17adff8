/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.codecentric.boot.admin.server.config.EnableAdminServer;
import dev.retort.test.Browser;
import dev.retort.test.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Tag("slow")
class AdminViewTests {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @EnableAdminServer
    static class Admin {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Instance {}

    private final TestDatabase database = TestDatabase.create();
    private final Browser browser = Browser.start(true);

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext admin;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext instance;

    @BeforeEach
    void start() {
        instance = run(
                Instance.class,
                Map.of(
                        "spring.application.name",
                        "shop",
                        "spring.datasource.url",
                        database.url(),
                        "spring.datasource.username",
                        database.user(),
                        "management.endpoints.web.exposure.include",
                        "*"));
        admin = run(Admin.class, Map.of("retort.enabled", "false"));
    }

    @AfterEach
    void stop() {
        browser.close();
        admin.close();
        instance.close();
        database.close();
    }

    private static ConfigurableApplicationContext run(Class<?> source, Map<String, String> properties) {
        SpringApplication application = new SpringApplication(source);
        Map<String, Object> defaults = new LinkedHashMap<>(properties);
        defaults.put("server.port", "0");
        application.setDefaultProperties(defaults);
        return application.run();
    }

    private static String url(ConfigurableApplicationContext application) {
        return "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    private String register() {
        Map<?, ?> answer = RestClient.create(url(admin))
                .post()
                .uri("/instances")
                .body(Map.of(
                        "name",
                        "shop",
                        "serviceUrl",
                        url(instance),
                        "managementUrl",
                        url(instance) + "/actuator",
                        "healthUrl",
                        url(instance) + "/actuator/health"))
                .retrieve()
                .body(Map.class);
        return String.valueOf(Objects.requireNonNull(answer).get("id"));
    }

    /** Spring Boot Admin asks an instance for its endpoints some time after it was registered. */
    private String knownEndpoints(String id) {
        return String.valueOf(RestClient.create(url(admin))
                .get()
                .uri("/instances/" + id)
                .retrieve()
                .body(String.class));
    }

    @Test
    void showsTheMigrationsOfAnInstance() {
        String id = register();
        browser.waitFor(any -> knownEndpoints(id).contains("\"migrations\""));
        browser.open(url(admin) + "/instances/" + id + "/migrations");
        browser.waitForText("body", "At head");

        assertThat(browser.text(".retort .summary")).isEqualTo("At head: 3f9c2a7b1d04.");
        assertThat(browser.all(".retort svg .mark")).hasSize(2);
        assertThat(browser.text(".retort .graph tbody")).contains("add an email to customers");
        assertThat(browser.all(".retort a"))
                .first()
                .satisfies(link ->
                        assertThat(link.getDomProperty("href")).isEqualTo(url(instance) + "/actuator/migrations"));
        assertThat(browser.all(".retort button")).isEmpty();
        assertThat(browser.all("a[href$='/migrations']"))
                .extracting(WebElement::getText)
                .contains("Migrations");
        browser.screenshot("page-spring-boot-admin");
    }
}
