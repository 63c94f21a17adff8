/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.StartMode;
import dev.retort.boot.properties.DatabaseProperties;
import dev.retort.boot.properties.RetortDatabases;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** The properties of each of several databases. */
class RetortDatabasesTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void thereIsOneDatabaseUnlessSeveralAreNamed() {
        environment.setProperty("retort.target", "x");
        assertThat(databases().areSeveral()).isFalse();
        assertThat(databases().all()).containsOnlyKeys("default");
        assertThat(databases().get("default").getTarget()).isEqualTo("x");
        assertThat(databases().key("default", "target")).isEqualTo("retort.target");
    }

    @Test
    void onlyNamedDatabasesAreMigrated() {
        environment.setProperty("retort.databases.orders.target", "x");
        environment.setProperty("retort.databases.billing.target", "y");
        assertThat(databases().all()).containsOnlyKeys("orders", "billing");
        assertThat(databases().key("orders", "target")).isEqualTo("retort.databases.orders.target");
    }

    @Test
    void aDatabaseInheritsWhatItDoesNotSay() {
        environment
                .withProperty("retort.statement-timeout", "1m")
                .withProperty("retort.on-startup", "validate")
                .withProperty("retort.locations", "classpath:shared")
                .withProperty("retort.databases.orders.on-startup", "wait")
                .withProperty("retort.databases.billing.locations", "classpath:billing");
        DatabaseProperties orders = databases().get("orders");
        assertThat(orders.getStatementTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(orders.getOnStartup()).isEqualTo(StartMode.WAIT);
        assertThat(orders.getLocations()).containsExactly("classpath:shared");
        DatabaseProperties billing = databases().get("billing");
        assertThat(billing.getOnStartup()).isEqualTo(StartMode.VALIDATE);
        assertThat(billing.getLocations()).containsExactly("classpath:billing");
    }

    @Test
    void aDatabaseAddsPlaceholdersToThoseItInherits() {
        environment
                .withProperty("retort.placeholders.region", "eu")
                .withProperty("retort.placeholders.tenant", "none")
                .withProperty("retort.databases.orders.placeholders.tenant", "orders")
                .withProperty("retort.databases.billing.target", "head");
        assertThat(databases().get("orders").getPlaceholders()).isEqualTo(Map.of("region", "eu", "tenant", "orders"));
        assertThat(databases().get("billing").getPlaceholders()).isEqualTo(Map.of("region", "eu", "tenant", "none"));
    }

    @Test
    void aDatabaseWithAnAddressDoesNotInheritAnother() {
        environment
                .withProperty("retort.url", "jdbc:postgresql://shared/x")
                .withProperty("retort.username", "owner")
                .withProperty("retort.databases.orders.data-source", "ordersPool")
                .withProperty("retort.databases.billing.url", "jdbc:postgresql://billing/x");
        assertThat(databases().get("orders").getUrl()).isNull();
        assertThat(databases().get("orders").getUsername()).isEqualTo("owner");
        assertThat(databases().get("billing").getUrl()).isEqualTo("jdbc:postgresql://billing/x");
    }

    @Test
    void namesMayBeWrittenInAnyStyle() {
        environment.withProperty("retort.databases.orderItems.target", "x");
        assertThat(databases().get("orderItems").getTarget()).isEqualTo("x");
    }

    @Test
    void theEnvironmentOfTheProcessNamesDatabasesToo() {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("RETORT_DATABASES_ORDERS_ONSTARTUP", "none")));
        assertThat(databases().get("orders").getOnStartup()).isEqualTo(StartMode.NONE);
    }

    private RetortDatabases databases() {
        DatabaseProperties shared = Binder.get(environment).bindOrCreate("retort", DatabaseProperties.class);
        return RetortDatabases.of(environment, shared);
    }
}
