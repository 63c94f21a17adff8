/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/**
 * The classes that a training run loads are those of a start at head, read from the log of the JVM; with
 * {@code -Dgolden.update=true} the list is written again.
 */
class TrainingRunTests {

    private static final Path LIST =
            Path.of("src/main/resources/dev/retort/boot/autoconfigure", TrainingRun.CLASS_NAMES);
    private static final Pattern LOADED = Pattern.compile("] (dev\\.retort\\.\\S+) source");

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachListedClassExists() {
        assertThat(TrainingRun.classNames()).isNotEmpty().allMatch(name -> ClassUtils.isPresent(name, null));
    }

    @Test
    @Tag("slow")
    void theListHasTheClassesOfAStartAtHead() throws Exception {
        new Project(folder, database.dataSource()).chain("a", "b");
        loadedBy(database.url());
        SortedSet<String> loaded = loadedBy(database.url());
        if (Boolean.getBoolean("golden.update")) {
            Files.write(LIST, loaded);
        }
        SortedSet<String> missing = new TreeSet<>(loaded);
        missing.removeAll(Files.readAllLines(LIST));

        assertThat(missing)
                .as("classes of a start at head that %s lacks; -Dgolden.update=true adds them", LIST)
                .hasSizeLessThan(loaded.size() / 10);
    }

    @Test
    @Tag("slow")
    void aTrainingRunLoadsThemWithoutADatabase() throws Exception {
        assertThat(loadedBy("jdbc:postgresql://nobody.invalid/none", "-Dspring.context.exit=onRefresh"))
                .containsAll(TrainingRun.classNames().toList());
    }

    /** {@return the classes of Retort that an application loads, without those of its tests and lambdas} */
    private SortedSet<String> loadedBy(String url, String... options) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(JavaCommand.of(
                TrainedApplication.class.getName(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.user(),
                "--spring.main.web-application-type=none",
                "--retort.locations=filesystem:" + folder));
        command.addAll(
                1,
                Stream.concat(Stream.of("-Xlog:class+load:file=" + log), Stream.of(options))
                        .toList());
        Path output = folder.resolve("output.txt");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(output)).isZero();
        return LOADED.matcher(Files.readString(log))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !name.contains("$$") && !name.contains("Tests") && !name.contains("/0x"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An application whose beans need no database until they are used. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                HibernateJpaAutoConfiguration.class,
                DataJpaRepositoriesAutoConfiguration.class,
                DataJdbcRepositoriesAutoConfiguration.class
            })
    static class TrainedApplication {

        public static void main(String[] arguments) {
            System.exit(SpringApplication.exit(SpringApplication.run(TrainedApplication.class, arguments)));
        }
    }
}
