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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
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
            "com.github.difflib.",
            "dev.retort.cli.", // With the classes of both libraries, as the jar contains them.
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

    private static final Path LIST =
            Path.of("src/main/resources/dev/retort/boot/autoconfigure", TrainingRun.CLASS_NAMES);

    /** A service without entities and repositories. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                HibernateJpaAutoConfiguration.class,
                DataJpaRepositoriesAutoConfiguration.class,
                DataJdbcRepositoriesAutoConfiguration.class
            })
    static class Service {

        public static void main(String[] arguments) {
            SpringApplication application = new SpringApplication(Service.class);
            application.setWebApplicationType(WebApplicationType.SERVLET);
            application.run(arguments).close();
        }
    }

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areNoneOfTheCommandLineOrOfWhatOnlyCommandsNeed() throws Exception {
        Set<String> loaded = loadedAtHead();

        assertThat(loaded).contains("dev.retort.boot.autoconfigure.RetortInitializer");
        assertThat(loaded).noneMatch(name -> NOT_NEEDED.stream().anyMatch(name::startsWith));
        // A ratchet: each class costs a start about half a millisecond.
        assertThat(ofRetort(loaded)).hasSizeLessThanOrEqualTo(180);
    }

    /** A few may be missing, so that not each change has to write the list again: {@code -Dgolden.update=true}. */
    @Test
    void areThoseThatATrainingRunLoads() throws Exception {
        SortedSet<String> loaded = ofRetort(loadedAtHead());
        if (Boolean.getBoolean("golden.update")) {
            Files.write(LIST, loaded);
        }
        SortedSet<String> missing = new TreeSet<>(loaded);
        missing.removeAll(Files.readAllLines(LIST));

        assertThat(missing).as("not in " + LIST).hasSizeLessThan(loaded.size() / 10);
    }

    @Test
    void areLoadedByATrainingRunWithoutADatabase() throws Exception {
        assertThat(loaded("jdbc:postgresql://nobody.invalid/none", "-Dspring.context.exit=onRefresh"))
                .containsAll(TrainingRun.classNames().toList());
    }

    private Set<String> loadedAtHead() throws Exception {
        new Project(folder, database.dataSource()).chain("a", "b", "c").retort().start(StartMode.UPGRADE);
        return loaded(database.url());
    }

    /** {@return the classes of Retort, without those of these tests} */
    private static SortedSet<String> ofRetort(Set<String> loaded) {
        return loaded.stream()
                .filter(name -> name.startsWith("dev.retort.") && !name.contains("Tests"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> loaded(String url, String... options) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        Path log = folder.resolve("start.log");
        List<String> command = new ArrayList<>(JavaCommand.of(
                Service.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.user(),
                "--retort.locations=filesystem:" + folder));
        command.addAll(1, List.of(options));
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
                .collect(Collectors.toSet());
    }
}
