/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resolves, starts and migrates a service with each relevant version of Spring Boot, with its managed driver and
 * libraries, from Maven Central. Run by {@code mvn verify -Pcompatibility}.
 */
@Tag("compatibility")
@EnabledIfSystemProperty(named = "it.maven", matches = ".*", disabledReason = "needs the packaged plugin")
class CompatibilityBuildTests {

    private static final String FORMER = "3.5.9";

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.0.9", "4.1.0", "4.1.1", "4.1.2"})
    void migrates(String springBoot) {
        assertMigrates(Shop.copy("service", springBoot, folder, database).online());
    }

    @Test
    void migratesWithTheOldestDriver() {
        assertMigrates(Shop.copy("service", "4.0.0", folder, database).online(), "-Dpostgresql.version=42.7.4");
    }

    @Test
    void refusesAnOlderDriverWithOneSentence() {
        Shop.Result result = Shop.copy("service", "4.0.0", folder, database)
                .online()
                .maven("-q", "retort:upgrade", "-Dretort.args=head", "-Dpostgresql.version=42.7.3");

        assertThat(result.status()).isNotZero();
        assertThat(result.out() + result.err())
                .contains("Retort needs pgjdbc 42.7.4 or later, and the driver is pgjdbc 42.7.3.");
    }

    @Test
    void refusesTheFormerSpringBootWithOneSentence() {
        Shop.Result result =
                Shop.copy("service", FORMER, folder, database).online().maven("-q", "retort:current");

        assertThat(result.status()).isNotZero();
        assertThat(result.out() + result.err())
                .contains(
                        "Retort requires Spring Boot 4.0 or later, but this application runs on Spring Boot " + FORMER)
                .doesNotContain("FileNotFoundException");
    }

    private void assertMigrates(Shop service, String... options) {
        Shop.Result upgraded = service.maven(with(options, "-q", "retort:upgrade", "-Dretort.args=head"));
        Shop.Result current = service.maven(with(options, "-q", "retort:current", "-Dretort.args=--json"));

        assertThat(upgraded.status()).as(upgraded.toString()).isZero();
        assertThat(current.status()).as(current.toString()).isZero();
        assertThat(current.out()).contains("\"revision\" : \"aaa1\"");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("aaa1");
    }

    private static String[] with(String[] options, String... arguments) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(options))
                .toArray(String[]::new);
    }
}
