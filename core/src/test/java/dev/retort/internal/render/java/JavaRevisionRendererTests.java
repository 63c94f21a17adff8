/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.render.DslCases;
import dev.retort.internal.render.OperationCase;
import dev.retort.internal.render.OperationCases;
import dev.retort.internal.render.RecordedOperations;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.migration.Operations;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.NotNull;
import dev.retort.test.Golden;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRevisionRendererTests {

    @Test
    void writesOperationsThatJavaMakesEqualOnesOf(@TempDir Path folder) throws Exception {
        List<Operation> operations = new ArrayList<>(DslCases.all());
        for (OperationCase testCase : OperationCases.all()) {
            operations.add(testCase.operation());
            operations.add(testCase.operation().reverse());
        }
        assertThat(compiledAndRun(folder, operations)).isEqualTo(operations);
    }

    @Test
    void writesInTheWordsOfTheDslWhatTheseCanSay() {
        JavaRevisionRenderer writer = new JavaRevisionRenderer("public");
        String body =
                writer.body(DslCases.all().stream().map(RenderedOperation::of).toList());
        assertThat(body).doesNotContain(".apply(");
        List<String> imports = writer.imports().stream().sorted().toList();
        Golden.check(
                Path.of("src/test/resources/dev/retort/render/dsl.java.txt"),
                imports.stream().map(type -> "import " + type + ";\n").collect(Collectors.joining("", "", "\n"))
                        + body);
    }

    @Test
    void appliesWhatTheDslHasNoWordsForAndImportsNoneOfThem() {
        QualifiedName dotted = QualifiedName.of("public", "a.b");
        JavaRevisionRenderer writer = new JavaRevisionRenderer("public");
        String body =
                writer.body(List.of(RenderedOperation.of(AddColumn.of(dotted, Column.of("c", new DataType("text"))))));
        assertThat(body).isEqualTo("""
                        op.apply(new AddColumn(QualifiedName.of("a.b"), Column.of("c", new DataType("text")), false));
                """);
        assertThat(writer.imports()).isNotEmpty().noneMatch(name -> name.startsWith("static "));
    }

    private static List<Operation> compiledAndRun(Path folder, List<Operation> operations) throws Exception {
        JavaRevisionRenderer writer = new JavaRevisionRenderer(null);
        String body = writer.body(operations.stream().map(RenderedOperation::of).toList());
        String imports = writer.imports().stream()
                .sorted()
                .map(type -> "import " + type + ";\n")
                .collect(Collectors.joining());
        String recorder = Operations.class.getCanonicalName();
        compile(
                folder,
                imports + "public final class Written implements java.util.function.Consumer<" + recorder + "> {\n"
                        + "    @Override\n    public void accept(" + recorder + " op) {\n" + body + "    }\n}\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, JavaRevisionRendererTests.class.getClassLoader())) {
            RecordedOperations recorded = new RecordedOperations();
            @SuppressWarnings("unchecked")
            Consumer<Operations> written = (Consumer<Operations>)
                    loader.loadClass("Written").getDeclaredConstructor().newInstance();
            written.accept(recorded);
            return recorded.applied();
        }
    }

    private static void compile(Path folder, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path file = Files.writeString(folder.resolve("Written.java"), source);
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file);
        boolean done =
                compiler.getTask(messages, null, null, options, null, files).call();
        assertThat(done).as(messages + source).isTrue();
    }

    private static String classPath() {
        return List.of(Operation.class, Nullable.class).stream()
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void endsNoCommentByWhatANoteSays() {
        Column email = Column.of("email", new DataType("text"));
        String body = new JavaRevisionRenderer(null)
                .body(List.of(new RenderedOperation(
                        AddColumn.of(QualifiedName.of("t"), email), List.of("C:\\users and \\u000a op.boom();"))));

        assertThat(body).startsWith("        // C:\\\\users and \\\\u000a op.boom();\n");
    }

    @Test
    void writesShortFormsAndNotes() {
        Column email = Column.of("email", new DataType("text")).withNotNull(NotNull.PLAIN);
        JavaRevisionRenderer writer = new JavaRevisionRenderer("public");
        String body = writer.body(List.of(
                new RenderedOperation(
                        AddColumn.of(QualifiedName.of("public", "customer"), email), List.of("Mind the rows")),
                RenderedOperation.of(ExecuteSql.of("UPDATE customer\nSET email = ''"))));
        assertThat(body).isEqualTo("""
                        // Mind the rows
                        op.addColumn("customer", column("email", text()).notNull());
                        op.execute(\"""
                        UPDATE customer
                        SET email = ''\\
                        \""");
                """);
        assertThat(writer.imports())
                .containsExactlyInAnyOrder(
                        "static dev.retort.migration.Definitions.column", "static dev.retort.migration.Types.text");
    }
}
