/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application processed ahead of time, as its build does it, runs Java revisions that take beans. */
@Tag("nightly")
class AheadOfTimeApplicationTests {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void drop() {
        database.close();
    }

    private void run(List<String> command) throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).withFailMessage(Files.readString(log)).isZero();
    }

    private void process() throws Exception {
        run(JavaCommand.with(
                CLASS_PATH,
                "org.springframework.boot.SpringApplicationAotProcessor",
                ClockApplication.class.getName(),
                folder.resolve("sources").toString(),
                folder.resolve("resources").toString(),
                folder.resolve("classes").toString(),
                "shop",
                "shop",
                "--spring.datasource.url=jdbc:postgresql://nobody.invalid/none",
                "--retort.java-packages=dev.retort.boot.autoconfigure.ready"));
        List<String> compile = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                folder.resolve("classes") + File.pathSeparator + CLASS_PATH));
        try (Stream<Path> sources = Files.walk(folder.resolve("sources"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
        }
        assertThat(Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                        .run(null, null, null, compile.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void runsAJavaRevisionWithABean() throws Exception {
        process();
        String classPath = String.join(
                File.pathSeparator,
                folder.resolve("classes").toString(),
                folder.resolve("resources").toString(),
                CLASS_PATH);
        List<String> command = JavaCommand.with(
                classPath,
                ClockApplication.class.getName(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.main.web-application-type=none",
                "--retort.java-packages=dev.retort.boot.autoconfigure.ready");
        command.add(1, "-Dspring.aot.enabled=true");
        run(command);

        assertThat(Files.readString(folder.resolve("log.txt"))).contains("Starting AOT-processed ClockApplication");
        assertThat(database.query("SELECT version_num, to_regclass('year_2031') FROM alembic_version"))
                .containsExactly("stamped|year_2031");
    }
}
