/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.sql.SqlStatement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutocommitKindTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t (id int)                           | ATOMIC",
                "UPDATE t SET id = 1                               | ATOMIC",
                "ALTER TYPE mood ADD VALUE 'ok'                    | ATOMIC",
                "CREATE INDEX i ON t (id)                          | ATOMIC",
                "DOMAIN                                            | ATOMIC",
                "VACUUM t                                          | REPEATABLE",
                "VACUUM (FULL) t                                   | REPEATABLE",
                "ALTER SYSTEM SET work_mem = '8MB'                 | REPEATABLE",
                "REINDEX DATABASE d                                | REPEATABLE",
                "CREATE INDEX CONCURRENTLY i ON t (id)             | CONCURRENT_INDEX",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)      | CONCURRENT_INDEX",
                "DROP INDEX CONCURRENTLY i                         | CONCURRENT_INDEX",
                "REINDEX INDEX CONCURRENTLY i                      | DELICATE",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY     | DELICATE",
                "CREATE DATABASE d                                 | DELICATE",
                "CALL work()                                       | DELICATE",
                "call work()                                       | DELICATE",
                "DO $$ BEGIN COMMIT; END $$                        | DELICATE",
                "do LANGUAGE plpgsql $$ BEGIN END $$               | DELICATE",
            })
    void aStatementIsOfTheKindThatItsFailureLeaves(String sql, AutocommitKind kind) {
        assertThat(AutocommitKind.of(new SqlStatement(sql, 1, null))).isEqualTo(kind);
        assertThat(kind.hasNoPartialEffect())
                .isEqualTo(kind == AutocommitKind.ATOMIC || kind == AutocommitKind.REPEATABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET id = 1          | true",
                "CALL work()                  | true",
                "VACUUM t                     | false",
                "DROP INDEX CONCURRENTLY i    | false",
                "CREATE DATABASE d            | false"
            })
    void codeLearnsMoreThanThatItRanOfWhatAnswers(String sql, boolean answers) {
        assertThat(AutocommitKind.hasAnswer(new SqlStatement(sql, 1, null))).isEqualTo(answers);
    }
}
