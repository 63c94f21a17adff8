/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A revision is its id: its class may be renamed, moved and compiled again, and come from another class loader. */
class JavaRevisionClassTests extends RunTestCase {

    private static final String STOPS = "op.execute(\"SELECT 1/0\");";

    /** Compiles a revision into a separate folder, as a build or a restart of DevTools does, and gives what runs it. */
    private Retort compiled(String packageName, String className, String body) throws IOException {
        Path classes =
                Files.createDirectories(folder.resolve("classes-" + packageName + "-" + className + body.length()));
        Path source = Files.createDirectories(folder.resolve("sources")).resolve(className + ".java");
        Files.writeString(
                source,
                "package " + packageName + ";\n"
                        + "@dev.retort.migration.Revision(id = \"a\")\n"
                        + "final class " + className + " implements dev.retort.migration.Migration {\n"
                        + "    public void upgrade(dev.retort.migration.Operations op) {\n" + body + "\n    }\n}\n");
        int result = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(result).isZero();
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + Files.createDirectories(folder.resolve("scripts"))))
                .javaPackages(List.of(packageName))
                .build();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return new Retort(settings, database.dataSource(), loader, new ConstructorFactory(), List.of());
    }

    private static RunRequest to(String target) {
        return RunRequest.by("alice", target);
    }

    @Test
    void isTheSameRevisionWhenItsClassIsRenamedAndMoved() throws IOException {
        String body = "op.execute(\"CREATE TABLE item ()\", \"DROP TABLE item\");";
        compiled("old", "First", body).upgrade(to("head"));

        Retort moved = compiled("brandnew", "Second", body);

        assertThat(moved.upgrade(to("head")).steps()).isEmpty();
        assertThat(moved.downgrade(to("base")).after()).isEmpty();
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
    }

    @Test
    void continuesWhereItStoppedWhenItIsCompiledAgainInAnotherPlace() throws IOException {
        String first = "op.autocommit(alone -> alone.execute(\"CREATE TABLE item ()\"));\n";
        assertThatThrownBy(() -> compiled("old", "First", first + STOPS).upgrade(to("head")))
                .isInstanceOf(StatementFailedException.class);

        compiled("brandnew", "Second", "// other lines\n\n" + first + "op.execute(\"SELECT 1/1\");")
                .upgrade(to("head"));

        assertThat(history()).containsExactly("upgrade|a|partial", "upgrade|a|succeeded");
    }

    @Test
    void loadsTheDataOfACopyWithoutACopyManager() throws IOException {
        compiled(
                        "old",
                        "First",
                        "op.execute(\"CREATE TABLE item (id int, name text)\");\n"
                                + "op.execute(\"COPY item FROM stdin;\\n1\\tone\\n2\\ttwo\\n\\\\.\\n\");")
                .upgrade(to("head"));

        assertThat(database.query("SELECT id, name FROM item ORDER BY id")).containsExactly("1|one", "2|two");
    }
}
