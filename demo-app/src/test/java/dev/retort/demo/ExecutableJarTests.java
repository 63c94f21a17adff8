/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JarProcess;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar demo-app.jar}, whose class path is that of each service with the starter. */
@EnabledIfSystemProperty(named = "packaged.jar", matches = ".*", disabledReason = "needs the packaged jar")
class ExecutableJarTests {

    private static final Path JAR = Path.of(System.getProperty("packaged.jar", ""));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private JarProcess migrations(TestDatabase database, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("migrations"));
        words.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "POSTGRES_HOST", "localhost",
                "POSTGRES_PORT", String.valueOf(database.port()),
                "POSTGRES_DB", database.name(),
                "POSTGRES_USER", database.user(),
                "POSTGRES_PASSWORD", "");
        return JarProcess.run(JAR, folder, environment, words);
    }

    /** Each further jar slows down the start, whether its classes are used or not. */
    @Test
    void containsNoJarThatOnlyCommandsNeed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/retort-cli-"))
                    .noneMatch(name -> name.matches("BOOT-INF/lib/(picocli|java-diff-utils)-.*"));
        }
    }

    @Test
    void runsCommands() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            JarProcess wrong = migrations(database, "upgrade", "head", "--nosuch");
            JarProcess upgraded = migrations(database, "upgrade", "head", "--database", "default");

            assertThat(wrong.status()).as(wrong.err()).isEqualTo(2);
            assertThat(wrong.err()).contains("Unknown option: '--nosuch'", "Usage: migrations upgrade");
            assertThat(upgraded.status()).as(upgraded.err()).isZero();
            assertThat(upgraded.out()).contains("Running upgrade ");
        }
    }
}
