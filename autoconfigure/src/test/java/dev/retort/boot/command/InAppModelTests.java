/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DifferenceCustomizer;
import dev.retort.internal.scratch.Scratch;
import dev.retort.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The model of an application in a command's context. */
class InAppModelTests {

    private final TestDatabase database = TestDatabase.create();
    private final CommandContext commandContext = new CommandContext();

    @AfterEach
    void drop() {
        database.close();
    }

    private ConfigurableApplicationContext application() {
        return new SpringApplicationBuilder(ActingApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.addBeanFactoryPostProcessor(commandContext);
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "command", CommandProperties.of(context.getEnvironment(), Path.of(""))));
                })
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.jpa.properties.hibernate.hbm2ddl.auto=create");
    }

    @Test
    void restoresJpaOnlyForCommandsThatNeedTheModel() throws Exception {
        try (ConfigurableApplicationContext context = application()) {
            assertThat(context.getBeanNamesForType(EntityManagerFactory.class)).isEmpty();
            InAppCommand command = new InAppCommand(context, commandContext.deferredBeans());

            try (Scratch scratch = command.scratch("hibernate").scratch()) {
                assertThat(scratch.connection()
                                .query("SELECT to_regclass('made_by_hibernate') IS NOT NULL", row -> row.getString(1)))
                        .containsExactly("t");
            }

            assertThat(database.query("SELECT to_regclass('made_by_hibernate') IS NULL"))
                    .containsExactly("t");
            assertThat(context.getBeanFactory().containsSingleton("eager")).isFalse();
        }
    }

    @Test
    void callsCustomizersInTheirOrderAndNamesTheirBeans() {
        try (ConfigurableApplicationContext context = application()) {
            List<DifferenceCustomizer> customizers =
                    new InAppCommand(context, commandContext.deferredBeans()).customizers();

            assertThat(customizers).extracting(DifferenceCustomizer::name).containsExactly("first", "second");
        }
    }

    @Test
    void readsNoEntitiesForAModelOfFiles() throws Exception {
        try (ConfigurableApplicationContext context = application()) {
            InAppCommand command = new InAppCommand(context, commandContext.deferredBeans());

            assertThat(command.models().choose("sql:schema.sql").name()).isEqualTo("sql:schema.sql");

            assertThat(context.getBeanFactory().containsSingleton("entityManagerFactory"))
                    .isFalse();
        }
    }
}
