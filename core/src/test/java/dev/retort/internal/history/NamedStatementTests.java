/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.history.table.Tables;
import dev.retort.settings.TableNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamedStatementTests {

    private final Tables tables = new Tables("a:rows", TableNames.defaults(), null);

    @Test
    void isSentWithParametersInTheOrderOfTheText() {
        NamedStatement statement = new NamedStatement(
                "SELECT :second::pg_catalog.text, :first, :second", Map.of("first", 1, "second", List.of("x", "y")));

        assertThat(statement.sent(tables)).isEqualTo("SELECT ?::pg_catalog.text, ?, ?");
        assertThat(statement.parameters()).containsExactly(new String[] {"x", "y"}, 1, new String[] {"x", "y"});
    }

    @Test
    void isPrintedWithLiterals() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("text", "it's");
        values.put("lines", "a\nb");
        values.put("number", 7L);
        values.put("truth", true);
        values.put("list", List.of("x", "y'"));
        values.put("none", null);

        assertThat(new NamedStatement("SELECT :text, :lines, :number, :truth, :list, :none", values).printed(tables))
                .isEqualTo("SELECT 'it''s', $retort$a\nb$retort$, 7, true, ARRAY['x', 'y''']::pg_catalog.text[], NULL");
    }

    @Test
    void namesInValuesAndTablesAreNoNames() {
        NamedStatement statement =
                new NamedStatement("DELETE FROM {version} WHERE a = :rows", Map.of("rows", ":rows {history}"));

        assertThat(statement.printed(tables))
                .isEqualTo("DELETE FROM \"a:rows\".alembic_version WHERE a = ':rows {history}'");
        assertThat(statement.sent(tables)).isEqualTo("DELETE FROM \"a:rows\".alembic_version WHERE a = ?");
    }

    @Test
    void aStatementWithinAnotherKeepsItsOwnValues() {
        NamedStatement inner = new NamedStatement("f(:value, :other)", Map.of("value", "in", "other", 2));
        NamedStatement outer = new NamedStatement("SELECT :inner, :value", Map.of("inner", inner, "value", "out"));

        assertThat(outer.printed(tables)).isEqualTo("SELECT f('in', 2), 'out'");
        assertThat(outer.sent(tables)).isEqualTo("SELECT f(?, ?), ?");
        assertThat(outer.parameters()).containsExactly("in", 2, "out");
    }

    @Test
    void aValueThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> NamedStatement.of("SELECT :a").printed(tables)).isInstanceOf(RuntimeException.class);
    }

    /** NullAway does not read nullable type arguments of compiled classes. */
    @SuppressWarnings("NullAway")
    @Test
    void aScriptLeavesOutColumnsWithoutAValue() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("a", 1);
        columns.put("b", null);
        columns.put("c", new NamedStatement("f(:d)", Collections.singletonMap("d", null)));
        NewRow row = new NewRow("{history}", columns);

        assertThat(row.printed(tables, "VALUES (", ")"))
                .isEqualTo("INSERT INTO \"a:rows\".retort_history\n    (a)\nVALUES (1);\n");
        assertThat(row.insert().sent(tables))
                .isEqualTo("INSERT INTO \"a:rows\".retort_history (a, b, c)\nVALUES (?, ?, f(?))");
    }
}
