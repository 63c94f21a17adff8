/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.java.JavaLiteral;
import dev.retort.internal.render.java.JavaRevisionRenderer;
import dev.retort.migration.Operations;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.run.RunRequest;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaRevisionWriterTests {

    private static final Instant NOW = Instant.parse("2026-11-22T19:13:00Z");
    private static final Table ITEM =
            Table.of(QualifiedName.of("public", "item"), List.of(Column.of("it's", new DataType("text"))), List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static NewJavaRevision revision(String upgrade, String downgrade, Set<String> imports) {
        Revision place = new Revision("a1", List.of(), List.of("billing"), List.of());
        NewScript script = new NewScript(place, "add \"items\"", NOW, upgrade, downgrade);
        return new NewJavaRevision(script, "com.acme.migrations", imports);
    }

    @Test
    void writesAClassThatCompilesAndRuns() throws Exception {
        JavaRevisionRenderer writer = new JavaRevisionRenderer("public");
        String upgrade = writer.body(List.of(RenderedOperation.of(CreateTable.of(ITEM))));
        String downgrade = writer.body(List.of(RenderedOperation.of(DropTable.of(ITEM))));

        Path file = new JavaRevisionWriter(folder).write(revision(upgrade, downgrade, writer.imports()));
        compile(file);

        try (TestDatabase database = TestDatabase.create();
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            RetortSettings settings = RetortSettings.builder()
                    .locations(List.of())
                    .javaPackages(List.of("com.acme.migrations"))
                    .build();
            Retort retort = new Retort(settings, database.dataSource(), loader, List.of());
            assertThat(retort.upgrade(RunRequest.by("alice", "billing@head")).after())
                    .containsExactly("a1");
            assertThat(database.query(
                            "SELECT attname FROM pg_attribute WHERE attrelid = 'item'::regclass AND attnum > 0"))
                    .containsExactly("it's");
            assertThat(retort.downgrade(RunRequest.by("alice", "base")).after()).isEmpty();
            assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
        }
    }

    private void compile(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file);
        boolean done =
                compiler.getTask(messages, null, null, options, null, files).call();
        assertThat(done).as(messages.toString()).isTrue();
    }

    private static String classPath() {
        return Stream.of(Operation.class, Operations.class, Nullable.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void reversesTheUpgradeByDefault() throws Exception {
        Path file = new JavaRevisionWriter(folder).write(revision("", "", Set.of()));

        assertThat(file).isEqualTo(folder.resolve("com/acme/migrations/AddItems.java"));
        assertThat(Files.readString(file)).isEqualTo("""
                package com.acme.migrations;

                import dev.retort.migration.Migration;
                import dev.retort.migration.Operations;
                import dev.retort.migration.Revision;

                @Revision(
                        id = "a1",
                        branchLabels = "billing",
                        message = "add \\"items\\"",
                        created = "2026-11-22T19:13:00Z")
                final class AddItems implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                    }
                }
                """);
    }

    @Test
    void takesTheTemplateOfTheProject() throws Exception {
        Path own = Files.createDirectories(folder.resolve("com/acme/migrations"));
        Files.writeString(own.resolve(JavaRevisionWriter.TEMPLATE), "// ${class} of ${package}\n");

        Path file = new JavaRevisionWriter(folder).write(revision("", "", Set.of()));

        assertThat(Files.readString(file)).isEqualTo("// AddItems of com.acme.migrations\n");
    }

    @Test
    void overwritesNothing() {
        JavaRevisionWriter writer = new JavaRevisionWriter(folder);
        writer.write(revision("", "", Set.of()));

        assertThatThrownBy(() -> writer.write(revision("", "", Set.of())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("A file of that name exists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migration", "operations", "revision", "override", "object", "string", "list", "1st", "", "класс"
            })
    void takesTheIdForAClassWhoseMessageMakesNoFreeName(String message) {
        Revision place = new Revision("a1", List.of(), List.of(), List.of());
        NewScript script = new NewScript(
                place, message, NOW, "op.execute(List.of(\"SELECT 1\").get(0));", "op.execute(\"SELECT 1\");");

        Path file = new JavaRevisionWriter(folder)
                .write(new NewJavaRevision(script, "com.acme.migrations", Set.of("java.util.List")));

        assertThat(file).hasFileName("Revisiona1.java");
        compile(file);
    }

    @Test
    void writesEveryMessageAsALiteral() {
        assertThat(JavaLiteral.of("a \"b\" \\u000a\n\r\t\u0001" + "1"))
                .isEqualTo("\"a \\\"b\\\" \\\\u000a\\n\\r\\t\\0011\"");
    }
}
