/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.CommandLineInterface;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** {@code check --replay} in an application whose database is not there. */
class InAppReplayTests {

    private final TestDatabase scratch = TestDatabase.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void drop() {
        scratch.close();
    }

    private int check() {
        CommandContext commandContext = new CommandContext();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ActingApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(made -> {
                    made.addBeanFactoryPostProcessor(commandContext);
                    made.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource(
                                    "command", CommandProperties.of(made.getEnvironment(), Path.of(""))));
                })
                .run(
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/nowhere",
                        "--retort.locations=filesystem:" + folder,
                        "--retort.scratch-url=" + scratch.url(),
                        "--retort.scratch-username=" + scratch.user())) {
            return CommandLineInterface.inApp(
                            database -> new InAppWorkspace(context, commandContext.deferredBeans(), database),
                            new PrintWriter(out),
                            new PrintWriter(err))
                    .run("check", "--replay", "--model", "hibernate");
        }
    }

    @Test
    void comparesTheEntitiesWithWhatTheRevisionsMake() throws IOException {
        int before = check();
        Files.writeString(folder.resolve("a1.sql"), """
            -- revision: a1

            -- migrate: upgrade
            CREATE TABLE made_by_hibernate (id bigint PRIMARY KEY);

            -- migrate: downgrade
            DROP TABLE made_by_hibernate;
            """);

        assertThat(before).as(err.toString()).isEqualTo(1);
        assertThat(out.toString()).contains("Detected: create table public.made_by_hibernate");
        assertThat(check()).as(err + "" + out).isZero();
        assertThat(err.toString()).isEmpty();
    }
}
