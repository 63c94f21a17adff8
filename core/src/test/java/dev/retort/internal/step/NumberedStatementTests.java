/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.sql.SqlStatement;
import org.junit.jupiter.api.Test;

/** By what a statement is known when its step runs again. */
class NumberedStatementTests {

    private static final SqlStatement INSERT = new SqlStatement("INSERT INTO t VALUES ($1)", 3, null);

    private static String fingerprint(SqlStatement statement, int number) {
        return NumberedStatement.of(statement, number).fingerprint();
    }

    @Test
    void neitherItsLineNorItsNumberCounts() {
        assertThat(fingerprint(INSERT, 1))
                .isEqualTo(fingerprint(INSERT, 2))
                .isEqualTo(fingerprint(new SqlStatement(INSERT.text(), 9, null), 1));
    }

    @Test
    void itsTextAndItsDataCount() {
        SqlStatement copy = new SqlStatement("COPY t FROM stdin", 1, "1\n");

        assertThat(fingerprint(copy, 1))
                .isNotEqualTo(fingerprint(new SqlStatement("COPY t FROM stdin", 1, "2\n"), 1))
                .isNotEqualTo(fingerprint(new SqlStatement("COPY t FROM stdin", 1, null), 1))
                .isNotEqualTo(fingerprint(new SqlStatement("COPY u FROM stdin", 1, "1\n"), 1));
    }

    @Test
    void whatItWasGivenCountsAndIsNotShown() {
        NumberedStatement given = new NumberedStatement(INSERT, 1, "secret");

        assertThat(given.fingerprint())
                .isNotEqualTo(fingerprint(INSERT, 1))
                .isNotEqualTo(new NumberedStatement(INSERT, 1, "other").fingerprint());
        assertThat(given.toString()).doesNotContain("secret");
    }
}
