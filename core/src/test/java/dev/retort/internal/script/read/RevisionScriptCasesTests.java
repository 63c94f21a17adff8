/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RetortException.Category;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.test.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevisionScriptCasesTests {

    static List<Path> acceptedCases() {
        return Golden.cases("dev/retort/script/accepted");
    }

    static List<Path> refusedCases() {
        return Golden.cases("dev/retort/script/refused");
    }

    @ParameterizedTest
    @MethodSource("acceptedCases")
    void readsHeaderAndSections(Path input) {
        RevisionScript script = ScriptLoader.parse(name(input), Golden.read(input));
        Golden.check(input, describe(script));
        assertThat(script.text()).isEqualTo(Golden.read(input));
        assertThat(script.source()).isEqualTo(name(input));
    }

    @ParameterizedTest
    @MethodSource("refusedCases")
    void reportsAllProblemsTogether(Path input) {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptLoader.parse(name(input), Golden.read(input)))
                .satisfies(e -> Golden.check(input, lines(e)))
                .satisfies(e -> assertThat(e.category()).isEqualTo(Category.CONFLICT));
    }

    private static String name(Path input) {
        return input.getFileName().toString();
    }

    private static String lines(ScriptException e) {
        return e.problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }

    private static String describe(RevisionScript script) {
        return script.revision() + "\nmessage: " + script.message() + "\ncreated: " + script.created()
                + "\nplaceholders: " + script.placeholders() + "\nchecksum: " + script.checksum() + "\n\nupgrade\n"
                + describe(script.upgrade()) + "\ndowngrade\n" + describe(script.downgrade());
    }

    private static String describe(DowngradeSection downgrade) {
        if (downgrade instanceof DowngradeSection.Irreversible irreversible) {
            return "irreversible: " + irreversible.reason() + "\n";
        }
        return downgrade instanceof DowngradeSection.Reversible reversible ? describe(reversible.parts()) : "";
    }

    private static String describe(List<ScriptPart> parts) {
        StringBuilder text = new StringBuilder();
        for (ScriptPart part : parts) {
            text.append(part.autocommit() ? "  autocommit\n" : "  transaction\n");
            for (SqlStatement statement : part.statements()) {
                text.append("    ")
                        .append(statement.line())
                        .append(": ")
                        .append(statement.text())
                        .append('\n');
                text.append(statement.copyData() == null ? "" : statement.copyData());
            }
        }
        return text.toString();
    }
}
