/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.StartMode;
import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What a service at head pays with each start: the classes that its virtual machine loads. */
@Tag("slow")
class StartClassesTests {

    private static final Pattern LOADED = Pattern.compile("(?m)^([\\w.$]+) source: ");

    /** Packages of what only commands, operations and the generation of scripts need. */
    private static final List<String> NOT_NEEDED = List.of(
            "picocli.",
            "dev.retort.cli.",
            "dev.retort.boot.command.Command",
            "dev.retort.boot.model.",
            "dev.retort.hibernate.",
            "dev.retort.internal.adopt.",
            "dev.retort.internal.autogenerate.",
            "dev.retort.internal.catalog.",
            "dev.retort.internal.diff.",
            "dev.retort.internal.imports.",
            "dev.retort.internal.lint.",
            "dev.retort.internal.render.",
            "dev.retort.internal.status.",
            "org.hibernate.");

    /** A service without entities. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
    static class Service {

        public static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(Service.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.run(arguments).close();
        }
    }

    @TempDir
    Path folder = Path.of("");

    @Test
    void areNoneOfTheCommandLineOrOfWhatOnlyCommandsNeed() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Path scripts = Files.createDirectories(folder.resolve("migrations"));
            new Project(scripts, database.dataSource())
                    .chain("a", "b", "c")
                    .retort()
                    .start(StartMode.UPGRADE);

            List<String> loaded = loaded(database, scripts);

            assertThat(loaded).contains("dev.retort.boot.autoconfigure.RetortInitializer");
            assertThat(loaded).noneMatch(name -> NOT_NEEDED.stream().anyMatch(name::startsWith));
            // A ratchet: each class costs a start about half a millisecond.
            assertThat(loaded.stream().filter(name -> name.startsWith("dev.retort.")))
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    private List<String> loaded(TestDatabase database, Path scripts) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        Path log = folder.resolve("start.log");
        List<String> command = new ArrayList<>(JavaCommand.of(
                Service.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--retort.locations=filesystem:" + scripts));
        command.add(1, "-Xlog:class+load:file=" + classes + ":none");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
        return LOADED.matcher(Files.readString(classes))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
