/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplittingInvariantTests {

    @Provide
    Arbitrary<String> token() {
        return Arbitraries.of(
                "SELECT",
                "a$b",
                "é",
                "1",
                "1.5e-3",
                "$1",
                "'it''s ;'",
                "'back\\'",
                "\"Q\"\";\"",
                "U&'d\\0061t;'",
                "$$;$$",
                "$x$ $$ ' ; -- $x$",
                "B'01'",
                "+",
                "@-",
                "::",
                ",",
                "(1; 2)",
                "[1]",
                "begin",
                "atomic",
                "case",
                "end");
    }

    @Provide
    Arbitrary<String> gap() {
        return Arbitraries.of(" ", "\n", "\t ", " /* ; ' /* $$ */ \" */ ", " -- ; ' $$ /*\n", "\n\n-- x\n  ");
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Combinators.combine(
                        token().list().ofMinSize(1).ofMaxSize(8), gap().list().ofSize(8))
                .as(SplittingInvariantTests::join)
                .list()
                .ofMaxSize(6);
    }

    private static String join(List<String> tokens, List<String> gaps) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            sql.append(i == 0 ? "" : gaps.get(i)).append(tokens.get(i));
        }
        return sql.toString();
    }

    private static List<String> texts(String sql) {
        return StatementSplitter.split(sql, 1).stream().map(SqlStatement::text).toList();
    }

    @Property
    void splittingUndoesJoining(@ForAll("statements") List<String> statements, @ForAll("gap") String gap) {
        StringBuilder sql = new StringBuilder();
        for (String statement : statements) {
            sql.append(gap).append(statement).append(gap).append(';');
        }
        assertThat(texts(sql.toString())).isEqualTo(statements);
    }

    @Property
    void aTextSplitsIntoWhatItsHalvesSplitInto(
            @ForAll("statements") List<String> first, @ForAll("statements") List<String> second) {
        String left = String.join(";\n", first) + ";\n";
        String right = String.join(";\n", second);
        List<String> halves = new ArrayList<>(texts(left));
        halves.addAll(texts(right));
        assertThat(texts(left + right)).isEqualTo(halves);
    }

    @Property
    void everyStatementBeginsOnItsLine(@ForAll("statements") List<String> statements) {
        String sql = String.join("\n;", statements);
        String[] lines = sql.split("\n", -1);
        for (SqlStatement statement : StatementSplitter.split(sql, 1)) {
            String firstLine = statement.text().lines().findFirst().orElseThrow();
            assertThat(lines[statement.line() - 1]).contains(firstLine);
        }
    }

    @Property
    void reformattingChangesNothingThatIsHashed(
            @ForAll("statements") List<String> statements, @ForAll("gap") String before, @ForAll("gap") String after) {
        for (String statement : statements) {
            String reformatted = before + Tokens.of(statement).canonical().replace("select", "SELECT") + after;
            assertThat(Tokens.of(reformatted).canonical())
                    .isEqualTo(Tokens.of(statement).canonical());
        }
    }

    @Property
    void anyTextIsSplitOrRefused(@ForAll("noise") String noise) {
        try {
            for (SqlStatement statement : StatementSplitter.split(noise, 1)) {
                assertThat(noise).contains(statement.text());
                assertThat(statement.text()).isNotBlank();
            }
        } catch (SqlSyntaxException e) {
            assertThat(e.line()).isBetween(1, noise.length() + 1);
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("aE'\"$;\\-/*()\n .0+x:").ofMaxLength(40);
    }
}
