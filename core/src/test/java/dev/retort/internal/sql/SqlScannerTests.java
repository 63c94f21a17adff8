/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScannerTests {

    private static List<SqlItem> scan(String sql) {
        List<SqlItem> items = new ArrayList<>();
        SqlScanner scanner = SqlScanner.ofScript(sql);
        for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
            items.add(item);
        }
        return items;
    }

    private static List<String> kinds(String sql) {
        return scan(sql).stream()
                .map(item -> item.getClass().getSimpleName() + " " + item.line())
                .toList();
    }

    @Test
    void findsMarkersAtTheBeginningOfALineBetweenStatements() {
        assertThat(scan("-- migrate: upgrade\n--migrate:  irreversible  because  \n"))
                .containsExactly(new SqlItem.Marker("upgrade", 1), new SqlItem.Marker("irreversible  because", 2));
    }

    @Test
    void findsMarkersWhateverTheCaseOfTheirKey() {
        assertThat(scan("-- Migrate : Downgrade")).containsExactly(new SqlItem.Marker("Downgrade", 1));
    }

    @Test
    void takesMarkersElsewhereForComments() {
        assertThat(scan(" -- migrate: upgrade")).containsExactly(new SqlItem.Comment(" migrate: upgrade", 1, 2));
        assertThat(kinds("SELECT 1; -- migrate: upgrade")).containsExactly("Statement 1", "Comment 1");
    }

    @Test
    void takesMarkersInQuotesCommentsAndDataForText() {
        String sql = """
                SELECT '
                -- migrate: downgrade
                ', $$
                -- migrate: downgrade
                $$;
                /*
                -- migrate: downgrade
                */
                COPY t FROM stdin;
                -- migrate: downgrade
                \\.
                """;
        assertThat(kinds(sql)).containsExactly("Statement 1", "Statement 9");
    }

    @Test
    void refusesAMarkerAfterAnUnfinishedStatement() {
        assertThatExceptionOfType(SqlSyntaxException.class)
                .isThrownBy(() -> scan("SELECT 1;\nSELECT 2\n\n-- migrate: downgrade\n"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2))
                .withMessageContaining("\"-- migrate: downgrade\", line 4");
        assertThatExceptionOfType(SqlSyntaxException.class).isThrownBy(() -> scan("SELECT (\n-- migrate: upgrade\n);"));
    }

    @Test
    void passesOverCommentsWithinStatements() {
        assertThat(kinds("SELECT 1,\n-- two\n  2; -- three\n")).containsExactly("Statement 1", "Comment 3");
    }

    @Test
    void canonicalisesCommentsWhiteSpaceAndCaseAway() {
        assertThat(canonical("select  A=-1 , 'Ab  c', \"Q\", $x$ X $x$ -- end"))
                .isEqualTo(canonical("SELECT a = - 1,/* c */'Ab  c',\"Q\",$x$ X $x$"))
                .isEqualTo("select\na\n=\n-\n1\n,\n'Ab  c'\n,\n\"Q\"\n,\n$x$ X $x$\n");
    }

    @Test
    void keepsWhatTheServerReadsDifferentlyApart() {
        assertThat(canonical("SELECT 'a b'")).isNotEqualTo(canonical("SELECT 'a  b'"));
        assertThat(canonical("SELECT 'A'")).isNotEqualTo(canonical("SELECT 'a'"));
        assertThat(canonical("SELECT \"A\"")).isNotEqualTo(canonical("SELECT \"a\""));
        assertThat(canonical("SELECT a b")).isNotEqualTo(canonical("SELECT ab"));
        assertThat(canonical("SELECT 1 <> 2")).isNotEqualTo(canonical("SELECT 1 < > 2"));
    }

    private static String canonical(String sql) {
        return scan(sql).get(0) instanceof SqlItem.Statement statement ? statement.canonical() : "";
    }
}
