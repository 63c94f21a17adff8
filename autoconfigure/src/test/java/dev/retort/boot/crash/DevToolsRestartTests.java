/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application with DevTools restarts in its process when a class is compiled, and runs new Java revisions. */
@Tag("nightly")
@Timeout(180)
class DevToolsRestartTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void drop() {
        database.close();
    }

    private void compile(String id, String down) throws IOException {
        Path source = folder.resolve("Create" + id + ".java");
        Files.writeString(
                source,
                "package shop;\n@dev.retort.migration.Revision(id = \"" + id + "\", down = {" + down + "})\n"
                        + "final class Create" + id + " implements dev.retort.migration.Migration {\n"
                        + "    public void upgrade(dev.retort.migration.Operations op) {\n"
                        + "        op.execute(\"CREATE TABLE t_" + id + " ()\", \"DROP TABLE t_" + id + "\");\n"
                        + "        op.execute(\"COMMENT ON TABLE t_" + id
                        + " IS '\" + getClass().getClassLoader().getClass().getSimpleName() + \"'\");\n    }\n}\n");
        Path compiled = Files.createDirectories(folder.resolve("compiled"));
        int status = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        compiled.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(status).isZero();
        Path target = Files.createDirectories(folder.resolve("classes/shop"));
        Files.move(
                compiled.resolve("shop/Create" + id + ".class"),
                target.resolve("Create" + id + ".class"),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Process start() throws IOException {
        Files.createDirectories(folder.resolve("scripts"));
        String classPath = folder.resolve("classes")
                + File.pathSeparator
                + devTools()
                + File.pathSeparator
                + System.getProperty("java.class.path");
        List<String> command = JavaCommand.with(
                classPath,
                RestartingApplication.class.getName(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.main.web-application-type=none",
                "--spring.main.keep-alive=true",
                "--spring.devtools.restart.poll-interval=300ms",
                "--spring.devtools.restart.quiet-period=200ms",
                "--spring.devtools.livereload.enabled=false",
                "--retort.locations=filesystem:" + folder.resolve("scripts"),
                "--retort.java-packages=shop");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("application.log").toFile())
                .start();
    }

    /** The build copies it: on the class path of the tests it would restart them. */
    private static Path devTools() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "devtools"))) {
            return jars.findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private void awaitTable(Process application, String table) throws IOException {
        while (database.query("SELECT to_regclass('" + table + "')").contains("null")) {
            assertThat(application.isAlive())
                    .withFailMessage(Files.readString(folder.resolve("application.log")))
                    .isTrue();
        }
    }

    @Test
    void runsARevisionThatWasCompiledWhileTheApplicationRan() throws Exception {
        compile("a", "");
        Process application = start();
        try {
            awaitTable(application, "t_a");
            awaitStarted(application, 1);
            compile("b", "\"a\"");
            awaitTable(application, "t_b");
            awaitStarted(application, 2);
        } finally {
            application.destroyForcibly().waitFor();
        }

        assertThat(database.query("SELECT obj_description('t_a'::regclass), obj_description('t_b'::regclass)"))
                .containsExactly("RestartClassLoader|RestartClassLoader");
        assertThat(database.query("SELECT revision, outcome FROM retort_history ORDER BY id"))
                .containsExactly("a|succeeded", "b|succeeded");
    }

    private void awaitStarted(Process application, int times) throws IOException {
        while (Files.readString(folder.resolve("application.log")).split("Started RestartingApplication in").length
                <= times) {
            assertThat(application.isAlive()).isTrue();
        }
    }
}
