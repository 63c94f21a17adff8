/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.failure.UnknownKeyFailureAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.EmbeddedDataSourceConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Keys that do not exist. */
class UnknownKeyFailureAnalyzerTests {

    private static final Pattern GOAL_PARAMETER = Pattern.compile("property = \"(retort\\.[\\w.]+)\"");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(RetortAutoConfiguration.class, DisabledRetortAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDataSourceConfiguration.class)
            .withBean("doNothing", MigrationStrategy.class, () -> retort -> Optional.empty());

    @Test
    void namesTheKeyAndTheNearestOne() {
        FailureAnalysis analysis = analysis("retort.lock-timout=1s");
        assertThat(analysis.getDescription()).contains("Unknown property 'retort.lock-timout");
        assertThat(analysis.getAction()).contains("Did you mean retort.lock-timeout instead of retort.lock-timout?");
    }

    @Test
    void namesAllUnknownKeys() {
        FailureAnalysis analysis = analysis("retort.tarket=head", "retort.endpoint.rolls=ADMIN");
        assertThat(analysis.getDescription()).contains("retort.tarket").contains("retort.endpoint.rolls");
        assertThat(analysis.getAction()).contains("mean retort.target ").contains("mean retort.endpoint.roles ");
    }

    @Test
    void knowsTheKeysOfGroups() {
        assertThat(analysis("retort.autogenerate.exclud=audit_*").getAction())
                .contains("mean retort.autogenerate.exclude ");
        assertThat(analysis("retort.databases.orders.autogenerate.drop-unkown=true")
                        .getAction())
                .contains("mean retort.databases.orders.autogenerate.drop-unknown ");
    }

    @Test
    void knowsTheKeysOfDatabases() {
        FailureAnalysis analysis = analysis("retort.databases.orders.lokations=classpath:x");
        assertThat(analysis.getAction()).contains("mean retort.databases.orders.locations ");
    }

    @Test
    void stopsALazyApplicationToo() {
        FailureAnalysis analysis = analysis(runner.withPropertyValues("retort.shema=x")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor())));
        assertThat(analysis.getAction()).contains("mean retort.schema ");
    }

    @Test
    void stopsADisabledApplicationToo() {
        assertThat(analysis("retort.enabled=false", "retort.shema=x").getAction())
                .contains("mean retort.schema ");
    }

    @Test
    void knowsSystemProperties() {
        FailureAnalysis analysis = analysis(runner.withSystemProperties("retort.on-startp=none"));
        assertThat(analysis.getDescription()).contains("Unknown property 'retort.on-startp'");
        assertThat(analysis.getAction()).contains("mean retort.on-startup ");
    }

    @Test
    void knowsSystemPropertiesOfADisabledApplicationToo() {
        ApplicationContextRunner disabled = runner.withPropertyValues("retort.enabled=false");
        FailureAnalysis analysis = analysis(disabled.withSystemProperties("retort.on-startp=none"));
        assertThat(analysis.getDescription()).contains("Unknown property 'retort.on-startp'");
        disabled.withSystemProperties("retort.on-startup=none")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void takesSystemPropertiesThatAreKnownOrOfTheBuild() throws IOException {
        List<String> properties = new ArrayList<>(List.of(
                "retort.placeholders.Name=${missing:x}",
                "retort.lockTimeout=1s",
                "retort.test.url=jdbc:postgresql://test/postgres"));
        for (Path goals : filesBelow(Path.of("../maven-plugin/src/main/java"))) {
            GOAL_PARAMETER
                    .matcher(Files.readString(goals))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.startsWith("retort.autogenerate"))
                    .forEach(name -> properties.add(name + "=true"));
        }
        assertThat(properties).hasSizeGreaterThan(14);
        runner.withSystemProperties(properties.toArray(String[]::new))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void leavesKeysOfOthersToOthers() {
        assertThat(new UnknownKeyFailureAnalyzer().analyze(new IllegalStateException()))
                .isNull();
    }

    private FailureAnalysis analysis(String... properties) {
        return analysis(runner.withPropertyValues(properties));
    }

    private static FailureAnalysis analysis(ApplicationContextRunner runner) {
        AtomicReference<@Nullable FailureAnalysis> analysis = new AtomicReference<>();
        runner.run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure());
            analysis.set(new UnknownKeyFailureAnalyzer().analyze(failure));
        });
        return Objects.requireNonNull(analysis.get());
    }
}
