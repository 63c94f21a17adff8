/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.MigrationStrategy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.EmbeddedDataSourceConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Hibernate's own changes of the schema beside Retort. */
@ExtendWith(OutputCaptureExtension.class)
class SchemaCreationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDataSourceConfiguration.class)
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.jpa.hibernate.ddl-auto=update",
                "spring.jpa.hibernate.ddl-auto=create-drop",
                "spring.jpa.generate-ddl=true",
                "spring.jpa.properties.hibernate.hbm2ddl.auto=create",
                "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create"
            })
    void warnsOfPropertiesThatChangeTheSchema(String property, CapturedOutput output) {
        runner.withPropertyValues(property).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output).containsPattern("WARN.*Hibernate also changes the schema at startup: ");
            assertThat(output).contains(property + ".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.jpa.hibernate.ddl-auto=validate",
                "spring.jpa.hibernate.ddl-auto=",
                "spring.jpa.generate-ddl=false",
                "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=none",
                "spring.jpa.properties.hibernate.format_sql=true"
            })
    void reportsNothingOfOthers(String property, CapturedOutput output) {
        runner.withPropertyValues(property).run(context -> assertThat(output).doesNotContain("Beside Retort"));
    }

    @Test
    void reportsNothingWithoutJpa(CapturedOutput output) {
        runner.withClassLoader(new FilteredClassLoader("jakarta.persistence"))
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
                .run(context -> assertThat(output).doesNotContain("Beside Retort"));
    }
}
