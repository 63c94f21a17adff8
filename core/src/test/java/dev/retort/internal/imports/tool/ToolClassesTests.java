/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.test.RealLiquibase;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolClassesTests {

    private static final ImportTool LIQUIBASE = ImportTool.named("liquibase");

    @TempDir
    Path folder = Path.of("");

    @Test
    void takesLiquibaseFromTheClassPathOfTheApplication() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = RealLiquibase.loader(RealLiquibase.VERSIONS.get(0))) {
            thread.setContextClassLoader(application);
            try (ToolClasses classes = ToolClasses.of(LIQUIBASE, null)) {
                assertThat(classes.loader()).isSameAs(application);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void takesLiquibaseFromJarsAndFolders() {
        String path = RealLiquibase.jars(RealLiquibase.VERSIONS.get(1)).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));

        try (ToolClasses classes = ToolClasses.of(LIQUIBASE, path)) {
            assertThat(classes.loader().getResource("liquibase/Scope.class")).isNotNull();
            assertThat(classes.loader().getResource("com/opencsv/CSVReader.class"))
                    .isNotNull();
        }
    }

    @Test
    void saysWhatToDoWhereThereIsNone() {
        assertThatThrownBy(() -> ToolClasses.of(LIQUIBASE, folder.toString()))
                .hasMessageContaining("Liquibase was not found in " + folder)
                .hasMessageContaining("mvn retort:import");
    }

    @Test
    void findsAnInstallationInTheEnvironment() throws IOException {
        Path home = Files.createDirectories(folder.resolve("liquibase-5"));
        Path program = Files.createFile(home.resolve("liquibase"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("liquibase"), program);
        String path = folder.resolve("none") + File.pathSeparator + bin;

        assertThat(ToolClasses.installation(Map.of("PATH", path))).contains(home.toRealPath());
        assertThat(ToolClasses.installation(Map.of("PATH", path, "LIQUIBASE_HOME", "/opt/liquibase")))
                .contains(Path.of("/opt/liquibase"));
        assertThat(ToolClasses.installation(Map.of("PATH", ""))).isEmpty();
    }
}
