/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.CommandLineInterface;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** Whether a database is at head is decided by the source folder, not by the copy that was built from it. */
@Tag("slow")
class InAppSourcesTests {

    private final TestDatabase database = TestDatabase.create();
    private String out = "";
    private String err = "";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path sources;

    @SuppressWarnings("NullAway.Init")
    private Path built;

    @BeforeEach
    void makeAProject() throws IOException {
        sources = Files.createDirectories(project.resolve("src/main/resources/db/unbuilt"));
        built = Files.createDirectories(project.resolve("target/classes/db/unbuilt"));
        Files.writeString(project.resolve("schema.sql"), "CREATE TABLE crate (id bigint PRIMARY KEY);\n");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int run(String... arguments) throws IOException {
        StringWriter printed = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandContext commandContext = new CommandContext();
        URL[] classes = {project.resolve("target/classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
                ConfigurableApplicationContext context = new SpringApplicationBuilder(ActingApplication.class)
                        .resourceLoader(new DefaultResourceLoader(loader))
                        .web(WebApplicationType.NONE)
                        .initializers(made -> {
                            made.addBeanFactoryPostProcessor(commandContext);
                            made.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(new MapPropertySource(
                                            "command", CommandProperties.of(made.getEnvironment(), Path.of(""))));
                        })
                        .run(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--retort.locations=classpath:db/unbuilt",
                                "--retort.source-directory=" + sources,
                                "--retort.model=sql:" + project.resolve("schema.sql"))) {
            return CommandLineInterface.inApp(
                            name -> new InAppWorkspace(context, commandContext.deferredBeans(), name),
                            new PrintWriter(printed),
                            new PrintWriter(errors))
                    .run(arguments);
        } finally {
            out = printed.toString();
            err = errors.toString();
        }
    }

    private int generate(String id) throws IOException {
        return run("revision", "--autogenerate", "-m", "crate", "--rev-id", id);
    }

    private void build() throws IOException {
        try (var files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Files.copy(file, built.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void refusesToWriteTheSameChangesTwiceBeforeTheFirstScriptIsBuilt() throws IOException {
        assertThat(generate("a1")).as(err).isZero();

        assertThat(generate("a2")).isEqualTo(1);

        assertThat(err)
                .startsWith("FAILED: Target database is not up to date. It is at base, and the head is a1")
                .contains("This build does not have a1 yet: build it again, then run `upgrade head`.");
        assertThat(sources.toFile().list()).hasSize(1);
        assertThat(run("check")).isEqualTo(1);
        assertThat(err).contains("This build does not have a1 yet");
    }

    @Test
    void continuesOnceTheScriptIsBuiltAndApplied() throws IOException {
        generate("a1");
        build();

        assertThat(generate("a2")).isEqualTo(1);
        assertThat(err).contains("Run `upgrade head` first.");
        assertThat(run("upgrade", "heads")).as(err).isZero();
        assertThat(generate("a2")).as(err).isZero();
        assertThat(out).contains("No new upgrade operations detected. No script was written.");
    }

    @Test
    void refusesADatabaseAtARevisionThatTheSourcesNoLongerHave() throws IOException {
        generate("a1");
        build();
        run("upgrade", "heads");
        try (var files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(generate("a2")).isEqualTo(1);

        assertThat(err).startsWith("FAILED: The database is at a1, which the source folders do not have.");
    }

    @Test
    void replaysTheSources() throws IOException {
        generate("a1");

        assertThat(run("check", "--replay", "--model", "sql:" + project.resolve("schema.sql")))
                .as(err)
                .isZero();
    }

    @Test
    void squashesTheSources() throws IOException {
        generate("a1");
        Files.writeString(
                sources.resolve("b1.sql"),
                "-- revision: b1\n-- down_revision: a1\n\n-- migrate: upgrade\nALTER TABLE crate ADD COLUMN size int;\n"
                        + "-- migrate: downgrade\nALTER TABLE crate DROP COLUMN size;\n");

        assertThat(run("squash", "a1:b1", "-m", "crates")).as(err).isZero();

        assertThat(out)
                .contains(
                        "Both paths were run: 2 objects of the catalog and the rows of 1 tables and sequences are equal");
        assertThat(sources.toFile().list()).hasSize(1);
        build();
        assertThat(run("upgrade", "heads")).as(err).isZero();
        assertThat(database.query("SELECT revision FROM retort_history WHERE operation = 'upgrade' ORDER BY id"))
                .containsExactly("a1", "b1");
        assertThat(run("history", "--json")).isZero();
        assertThat(out).contains("\"replaces\" : [ \"a1\" ]");
    }
}
