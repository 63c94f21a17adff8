/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.sql.SqlStatement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTests {

    private static RevisionScript script(String upgrade) {
        return ScriptLoader.parse("a.sql", "-- revision: a1\n-- placeholders: true\n-- migrate: upgrade\n" + upgrade);
    }

    private static RevisionScript resolve(String upgrade, String... values) {
        Map<String, String> map = values.length == 0 ? Map.of() : Map.of(values[0], values[1]);
        return new Placeholders(map).resolve(script(upgrade));
    }

    private static SqlStatement statement(String upgrade, String... values) {
        return resolve(upgrade, values).upgrade().get(0).statements().get(0);
    }

    @Test
    void replacesNamesByValues() {
        assertThat(statement("SELECT '${app.name}', ${app.name}, $q$${app.name}$q$;", "app.name", "x1")
                        .text())
                .isEqualTo("SELECT 'x1', x1, $q$x1$q$");
    }

    @Test
    void replacesInCopyData() {
        assertThat(statement("COPY t FROM stdin;\n1\t${a}\n\\.\n", "a", "one"))
                .isEqualTo(new SqlStatement("COPY t FROM stdin", 4, "1\tone\n"));
    }

    @Test
    void leavesEscapedAndOddBracesAlone() {
        assertThat(statement("SELECT '$${a} ${a b} ${} ${a $ {a} x$${a}';", "a", "one")
                        .text())
                .isEqualTo("SELECT '${a} ${a b} ${} ${a $ {a} x${a}'");
    }

    @Test
    void leavesScriptsAloneThatDoNotDeclareThem() {
        RevisionScript script = ScriptLoader.parse("a.sql", "-- revision: a1\n-- migrate: upgrade\nSELECT '${a}';");
        assertThat(new Placeholders(Map.of("a", "b")).resolve(script)).isSameAs(script);
    }

    @Test
    void keepsTextAndChecksum() {
        RevisionScript script = script("SELECT '${a}';");
        RevisionScript resolved = new Placeholders(Map.of("a", "b")).resolve(script);
        assertThat(resolved.text()).isEqualTo(script.text());
        assertThat(resolved.checksum()).isEqualTo(script.checksum());
    }

    @Test
    void namesFileLineAndPropertyOfEveryMissingValue() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> resolve("SELECT 1,\n '${a}';\nSELECT '${b}';\n-- migrate: downgrade\nSELECT '${c}';"))
                .satisfies(e ->
                        assertThat(e.problems()).extracting(ScriptProblem::line).containsExactly(5, 6, 8))
                .withMessageContaining("a.sql:5: ")
                .withMessageContaining("retort.placeholders.a,")
                .withMessageContaining("retort.placeholders.c,");
    }

    @Test
    void refusesValuesThatEndTheStatement() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> resolve("SELECT ${a};", "a", "1; DROP TABLE t"))
                .withMessageContaining("2 statements");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> resolve("COPY t FROM stdin;\n${a}\n\\.\n", "a", "\\.\nDROP TABLE t"));
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> resolve("SELECT '${a}';", "a", "it's"))
                .withMessageContaining("never closed");
    }

    @Test
    void refusesValuesThatMakeAnotherStatementOfIt() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> resolve("${a} t;", "a", "VACUUM"))
                .withMessageContaining("-- migrate: autocommit");
    }
}
