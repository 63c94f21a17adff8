/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplittingInvariantTests {

    private static final List<String> TOKENS = List.of(
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
    private static final List<String> GAPS =
            List.of(" ", "\n", "\t ", " /* ; ' /* $$ */ \" */ ", " -- ; ' $$ /*\n", "\n\n-- x\n  ");

    private static String gap(Random random) {
        return Seeds.any(random, GAPS);
    }

    /** Up to six statements of one to eight tokens. */
    private static List<String> statements(Random random) {
        return Stream.generate(() -> statement(random)).limit(random.nextInt(7)).toList();
    }

    private static String statement(Random random) {
        StringBuilder sql = new StringBuilder(Seeds.any(random, TOKENS));
        for (int more = random.nextInt(8); more > 0; more--) {
            sql.append(gap(random)).append(Seeds.any(random, TOKENS));
        }
        return sql.toString();
    }

    /** Quotes, comments and brackets in any order. */
    private static String noise(Random random) {
        return Seeds.text(random, "aE'\"$;\\-/*()\n .0+x:", 0, 40);
    }

    private static List<String> texts(String sql) {
        return StatementSplitter.split(sql, 1).stream().map(SqlStatement::text).toList();
    }

    @Test
    void splittingUndoesJoining() {
        Seeds.check(1000, random -> {
            List<String> statements = statements(random);
            String gap = gap(random);
            StringBuilder sql = new StringBuilder();
            for (String statement : statements) {
                sql.append(gap).append(statement).append(gap).append(';');
            }
            assertThat(texts(sql.toString())).isEqualTo(statements);
        });
    }

    @Test
    void aTextSplitsIntoWhatItsHalvesSplitInto() {
        Seeds.check(1000, random -> {
            List<String> first = statements(random);
            List<String> second = statements(random);
            String left = String.join(";\n", first) + ";\n";
            String right = String.join(";\n", second);
            List<String> halves = new ArrayList<>(texts(left));
            halves.addAll(texts(right));
            assertThat(texts(left + right)).isEqualTo(halves);
        });
    }

    @Test
    void everyStatementBeginsOnItsLine() {
        Seeds.check(1000, random -> {
            List<String> statements = statements(random);
            String sql = String.join("\n;", statements);
            String[] lines = sql.split("\n", -1);
            for (SqlStatement statement : StatementSplitter.split(sql, 1)) {
                String firstLine = statement.text().lines().findFirst().orElseThrow();
                assertThat(lines[statement.line() - 1]).contains(firstLine);
            }
        });
    }

    @Test
    void reformattingChangesNothingThatIsHashed() {
        Seeds.check(1000, random -> {
            List<String> statements = statements(random);
            String before = gap(random);
            String after = gap(random);
            for (String statement : statements) {
                String reformatted = before + Tokens.of(statement).canonical().replace("select", "SELECT") + after;
                assertThat(Tokens.of(reformatted).canonical())
                        .isEqualTo(Tokens.of(statement).canonical());
            }
        });
    }

    @Test
    void anyTextIsSplitOrRefused() {
        Seeds.check(1000, random -> {
            String noise = noise(random);
            try {
                for (SqlStatement statement : StatementSplitter.split(noise, 1)) {
                    assertThat(noise).contains(statement.text());
                    assertThat(statement.text()).isNotBlank();
                }
            } catch (SqlSyntaxException e) {
                assertThat(e.line()).isBetween(1, noise.length() + 1);
            }
        });
    }
}
