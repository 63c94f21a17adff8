/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layouts that start.spring.io makes, whose parent names the main class {@code ${start-class}}; findings of lint among their
 * classes.
 */
@EnabledIfSystemProperty(named = "it.maven", matches = ".*", disabledReason = "needs the packaged plugin")
@Tag("slow")
class StarterParentBuildTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    static Stream<String> projects() {
        return Samples.every(3, 2, Stream.of("service", "kotlin-layout", "modules"));
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("projects")
    void findsTheMainClass(String project) {
        Shop service = Shop.copy(project, System.getProperty("it.spring-boot.version"), folder, database);

        Shop.Result linted = service.maven("-q", "retort:lint", "-Dretort.pack=true");
        Shop.Result upgraded = service.maven("-q", "retort:upgrade", "-Dretort.args=head");
        Shop.Result current = service.maven("-q", "retort:current");

        assertThat(linted.status()).as(linted.toString()).isZero();
        assertThat(packed(service.folder())).contains("\"version\"", "\"revision\"", "\"aaa1\"", "\"findings\"");
        assertThat(upgraded.status()).as(upgraded.toString()).isZero();
        assertThat(upgraded.out()).contains("Running upgrade", "aaa1, create customer");
        assertThat(current.status()).as(current.toString()).isZero();
        assertThat(current.out()).isEqualTo("aaa1 (head)\n");
    }

    /** {@return what the goal wrote among the classes of the module with the application} */
    private static String packed(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            Path file = files.filter(one -> one.endsWith("target/classes/META-INF/retort/lint.json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
