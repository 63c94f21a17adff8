/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.boot.renamed.Renamed;
import dev.retort.error.RetortException;
import dev.retort.model.SchemaModel;
import dev.retort.model.StatedFormerName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Former names of Spring Data JDBC entities. */
class JdbcRenamedFromTests extends ModelTestCase {

    private ApplicationContextRunner jdbc(Class<?> configuration) {
        return application()
                .withConfiguration(AutoConfigurations.of(
                        JdbcTemplateAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        DataJdbcRepositoriesAutoConfiguration.class))
                .withUserConfiguration(configuration)
                .withPropertyValues("spring.data.jdbc.dialect=postgresql");
    }

    @Test
    void mapsToTheTablesAndColumnsOfAggregates() {
        jdbc(Renamed.Shop.class)
                .run(context -> assertThat(
                                models(context).choose("jdbc").ddl(majorVersion).formerNames())
                        .containsExactlyInAnyOrder(
                                new StatedFormerName(null, "customer_order", null, "purchase"),
                                new StatedFormerName(null, "customer_order", "customer_name", "who"),
                                new StatedFormerName(null, "customer_order", "zip", "postcode"),
                                new StatedFormerName(null, "order_item", null, "line"),
                                new StatedFormerName(null, "order_item", "price", "amount")));
    }

    @Test
    void isRefusedOnWhatIsNoColumn() {
        jdbc(Renamed.Wrong.class).run(context -> {
            SchemaModel model = models(context).choose("jdbc");

            assertThatThrownBy(() -> model.ddl(majorVersion))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Parcel.items cannot be used. The property does not map to a single column.");
        });
    }
}
