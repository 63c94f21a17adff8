/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RetortException.Category;
import dev.retort.test.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSplitterTests {

    static List<Path> splitCases() {
        return Golden.cases("dev/retort/sql/split");
    }

    static List<Path> refusedCases() {
        return Golden.cases("dev/retort/sql/refused");
    }

    @ParameterizedTest
    @MethodSource("splitCases")
    void splitsAsPsqlDoes(Path input) {
        StringBuilder result = new StringBuilder();
        for (SqlStatement statement : StatementSplitter.split(Golden.read(input), 1)) {
            result.append("=== line ").append(statement.line()).append('\n');
            result.append(statement.text()).append('\n');
            if (statement.copyData() != null) {
                result.append("--- data\n").append(statement.copyData());
            }
        }
        Golden.check(input, result.toString());
    }

    @ParameterizedTest
    @MethodSource("refusedCases")
    void refusesWhatCannotBeSplit(Path input) {
        String sql = Golden.read(input);
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> StatementSplitter.split(sql, 1))
                .satisfies(e -> Golden.check(input, e.line() + ": " + e.why() + " " + e.action() + "\n"))
                .satisfies(e -> assertThat(e.category()).isEqualTo(Category.CONFLICT));
    }

    @Test
    void countsLinesFromTheGivenLine() {
        assertThat(StatementSplitter.split("\n\nSELECT 1;", 40))
                .containsExactly(new SqlStatement("SELECT 1", 42, null));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(StatementSplitter.split(" ; -- nothing", 1)).isEmpty();
    }
}
