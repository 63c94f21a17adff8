/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DifferenceCustomizer;
import dev.retort.internal.scratch.Scratch;
import dev.retort.schema.name.ObjectKey;
import dev.retort.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private ConfigurableApplicationContext application(String... more) {
        return new SpringApplicationBuilder(ActingApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.addBeanFactoryPostProcessor(commandContext);
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "command", CommandProperties.of(context.getEnvironment(), Path.of(""))));
                })
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + database.url(),
                                        "--spring.datasource.username=" + database.user(),
                                        "--spring.jpa.properties.hibernate.hbm2ddl.auto=create"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void restoresJpaOnlyForCommandsThatNeedTheModel() throws Exception {
        try (ConfigurableApplicationContext context = application()) {
            assertThat(context.getBeanNamesForType(EntityManagerFactory.class)).isEmpty();
            InAppWorkspace workspace = new InAppWorkspace(context, commandContext.deferredBeans(), null);

            try (Scratch scratch = workspace.scratch("hibernate").scratch()) {
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
    void createsObjectFilesBesideTheEntities(@TempDir Path objects) throws IOException {
        Files.writeString(
                objects.resolve("counted.sql"), "CREATE VIEW counted AS SELECT count(*) FROM made_by_hibernate;\n");
        try (ConfigurableApplicationContext context = application("--retort.objects=filesystem:" + objects)) {
            InAppWorkspace workspace = new InAppWorkspace(context, commandContext.deferredBeans(), null);

            try (Scratch scratch = workspace.scratch("hibernate").scratch()) {
                assertThat(scratch.objects()).extracting(ObjectKey::toString).containsExactly("view public.counted");
            }
        }
    }

    @Test
    void callsCustomizersInTheirOrderAndNamesTheirBeans() {
        try (ConfigurableApplicationContext context = application()) {
            List<DifferenceCustomizer> customizers =
                    new InAppWorkspace(context, commandContext.deferredBeans(), null).customizers();

            assertThat(customizers).extracting(DifferenceCustomizer::name).containsExactly("first", "second");
        }
    }

    @Test
    void readsNoEntitiesForAModelOfFiles() throws Exception {
        try (ConfigurableApplicationContext context = application()) {
            InAppWorkspace workspace = new InAppWorkspace(context, commandContext.deferredBeans(), null);

            assertThat(workspace.models().choose("sql:schema.sql").name()).isEqualTo("sql:schema.sql");

            assertThat(context.getBeanFactory().containsSingleton("entityManagerFactory"))
                    .isFalse();
        }
    }
}
