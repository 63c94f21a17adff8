/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's page on operations shows what the cases really become. */
class OperationPageTests {

    private static final String MARK = "<!-- OperationPageTests writes the rest. -->\n";
    private static final Path PAGE = Path.of("../docs/revision-operations.md");

    @Test
    void thePageShowsTheSqlOfEveryCase() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(MARK) + MARK.length()) + cases();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void thereIsACaseForEveryOperation() {
        Set<Class<?>> shown = new LinkedHashSet<>();
        for (OperationCase testCase : OperationCases.all()) {
            shown.add(testCase.operation().getClass());
            shown.add(testCase.operation().reverse().getClass());
        }
        assertThat(shown).containsAll(leaves(Operation.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OperationPageTests::leaves)
                : Stream.of(type);
    }

    private static String cases() {
        StringBuilder text = new StringBuilder();
        OperationCases.groups().forEach((title, cases) -> {
            text.append("\n## ").append(title).append('\n');
            cases.forEach(testCase -> text.append(block(testCase)));
        });
        return text.toString();
    }

    private static String block(OperationCase testCase) {
        String heading = Character.toUpperCase(testCase.name().charAt(0))
                + testCase.name().substring(1);
        String held = testCase.exact() ? "; round trip \"" : "; only the way there is run, as \"";
        return "\n### " + heading + "\n`" + testCase.operation().getClass().getSimpleName() + "`" + held
                + testCase.name()
                + "\"" + (testCase.since() > 13 ? ", since " + testCase.since() : "") + "\n\n```sql\n"
                + versions("", testCase.operation())
                + versions("back, ", testCase.operation().reverse()) + "```\n";
    }

    private static String versions(String words, Operation operation) {
        String oldest = sql(operation, ServerVersion.OLDEST);
        String newest = sql(operation, ServerVersion.NEWEST);
        return oldest.equals(newest)
                ? "-- " + words + "13 to 18\n" + newest
                : "-- " + words + "13\n" + oldest + "-- " + words + "18\n" + newest;
    }

    private static String sql(Operation operation, ServerVersion version) {
        try {
            List<String> statements = SqlRenderer.of(version, "public").render(operation);
            return statements.isEmpty()
                    ? "-- (nothing to do)\n"
                    : statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
        } catch (UnsupportedOperationSqlException e) {
            return "-- " + e.getMessage() + "\n";
        }
    }
}
