/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTraitsTests {

    private static StatementTraits traits(String sql) {
        return StatementTraits.of(new SqlStatement(sql, 1, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin|BEGIN",
                "BEGIN ISOLATION LEVEL SERIALIZABLE|BEGIN",
                "START TRANSACTION READ ONLY|START TRANSACTION",
                "commit work|COMMIT",
                "COMMIT PREPARED 'x'|COMMIT PREPARED",
                "END|END",
                "ROLLBACK TO SAVEPOINT s|ROLLBACK",
                "Abort|ABORT",
                "SAVEPOINT s|SAVEPOINT",
                "RELEASE s|RELEASE",
                "PREPARE TRANSACTION 'x'|PREPARE TRANSACTION",
            })
    void knowsTransactionControl(String sql, String command) {
        assertThat(traits(sql)).isEqualTo(new StatementTraits.TransactionControl(command));
    }

    @Test
    void knowsWhatResetsTheSession() {
        assertThat(traits("DISCARD ALL")).isEqualTo(new StatementTraits.SessionReset("DISCARD ALL"));
        assertThat(traits("discard temp")).isEqualTo(new StatementTraits.SessionReset("DISCARD TEMP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_advisory_unlock(1)",
                "select pg_catalog.PG_ADVISORY_UNLOCK (1, 2)",
                "WITH u AS (SELECT pg_advisory_unlock(1)) SELECT * FROM u",
                "(SELECT pg_advisory_unlock(1))",
            })
    void knowsCallsThatGiveAdvisoryLocksBack(String sql) {
        assertThat(traits(sql)).isEqualTo(new StatementTraits.AdvisoryUnlock("pg_advisory_unlock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'pg_advisory_unlock(1)'",
                "SELECT pg_advisory_xact_lock(1)",
                "GRANT EXECUTE ON FUNCTION pg_advisory_unlock(bigint) TO app",
                "PREPARE q AS SELECT 1",
                "CREATE INDEX ix ON t (a)",
                "CREATE TABLE vacuum (a int)",
                "CREATE TABLE concurrently.t (a int)",
                "DROP INDEX ix",
                "CLUSTER t",
                "CLUSTER t USING ix",
                "CLUSTER (VERBOSE) t",
                "REPACK t",
                "REPACK (VERBOSE, ANALYZE) s.t USING INDEX ix",
                "REPACK (CONCURRENTLY false) t",
                "REPACK (CONCURRENTLY 0, VERBOSE) t",
                "REPACK concurrently",
                "REINDEX TABLE t",
                "REINDEX (VERBOSE) INDEX ix",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER DATABASE d SET search_path = a",
                "ALTER TYPE e ADD VALUE 'x'",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "TRUNCATE t",
                "ANALYZE",
                "\"begin\"",
            })
    void findsNothingSpecialInOrdinaryStatements(String sql) {
        assertThat(traits(sql)).isEqualTo(new StatementTraits.Ordinary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REINDEX TABLE CONCURRENTLY t|REINDEX CONCURRENTLY",
                "reindex (verbose, concurrently) index ix|REINDEX CONCURRENTLY",
                "REINDEX DATABASE d|REINDEX DATABASE",
                "REINDEX (VERBOSE) SCHEMA s|REINDEX SCHEMA",
                "REINDEX SYSTEM|REINDEX SYSTEM",
                "ALTER TABLE IF EXISTS s.t DETACH PARTITION p /* c */ CONCURRENTLY"
                        + "|ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY",
                "VACUUM|VACUUM",
                "VACUUM (FULL) t|VACUUM",
                "CLUSTER|CLUSTER",
                "CLUSTER VERBOSE|CLUSTER",
                "CLUSTER (VERBOSE)|CLUSTER",
                "REPACK|REPACK",
                "REPACK USING INDEX|REPACK",
                "REPACK (VERBOSE) USING INDEX|REPACK",
                "REPACK (VERBOSE)|REPACK",
                "REPACK (CONCURRENTLY) t|REPACK CONCURRENTLY",
                "repack (verbose, concurrently on) t using index ix|REPACK CONCURRENTLY",
                "CREATE DATABASE d|CREATE DATABASE",
                "DROP DATABASE d|DROP DATABASE",
                "ALTER DATABASE d SET TABLESPACE x|ALTER DATABASE ... SET TABLESPACE",
                "CREATE TABLESPACE x LOCATION '/x'|CREATE TABLESPACE",
                "DROP TABLESPACE x|DROP TABLESPACE",
                "ALTER SYSTEM SET work_mem = '1GB'|ALTER SYSTEM",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p|CREATE SUBSCRIPTION",
                "DROP SUBSCRIPTION s|DROP SUBSCRIPTION",
                "CREATE INDEX CONCURRENTLY ${ix} ON t (a)|CREATE INDEX CONCURRENTLY",
                "DROP INDEX CONCURRENTLY a, b|DROP INDEX CONCURRENTLY",
            })
    void knowsWhatDoesNotRunInATransaction(String sql, String command) {
        assertThat(traits(sql)).isEqualTo(new StatementTraits.OutsideTransaction(command));
        assertThat(traits(sql).runsInTransaction()).isFalse();
    }

    @Test
    void takesConcurrentIndexBuildsApart() {
        assertThat(traits("CREATE INDEX CONCURRENTLY Ix_A ON Customer (email)"))
                .isEqualTo(new ConcurrentIndexBuild(false, false, "ix_a", null, "customer", false, "(email)"));
        assertThat(traits("create unique index concurrently if not exists \"Ix\"\"A\" on only \"S\".t\n"
                        + " using btree (lower(a)) /* c */ where a > 0 -- end"))
                .isEqualTo(new ConcurrentIndexBuild(
                        true, true, "Ix\"A", "S", "t", true, "using btree (lower(a)) /* c */ where a > 0"));
    }

    @Test
    void readsAnIndexNamedIf() {
        assertThat(traits("CREATE INDEX CONCURRENTLY if ON t (a)"))
                .isEqualTo(new ConcurrentIndexBuild(false, false, "if", null, "t", false, "(a)"));
    }

    @Test
    void cutsNamesWhereTheServerDoes() {
        String name = "é".repeat(32);
        assertThat(traits("CREATE INDEX CONCURRENTLY " + name + " ON t (a)"))
                .isEqualTo(new ConcurrentIndexBuild(false, false, "é".repeat(31), null, "t", false, "(a)"));
    }

    @Test
    void knowsConcurrentIndexBuildsWithoutName() {
        assertThat(traits("CREATE UNIQUE INDEX CONCURRENTLY ON t (a)"))
                .isEqualTo(new StatementTraits.UnnamedConcurrentIndexBuild());
    }

    @Test
    void takesConcurrentIndexDropsApart() {
        assertThat(List.of(
                        traits("DROP INDEX CONCURRENTLY Ix"),
                        traits("drop index concurrently if exists s.\"Ix\" restrict")))
                .containsExactly(new ConcurrentIndexDrop(null, "ix", false), new ConcurrentIndexDrop("s", "Ix", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM item",
                "/* all */ ((select 1) UNION SELECT 2)",
                "VALUES (1)",
                "TABLE item",
                "SHOW search_path",
                "WITH a AS (SELECT 1) SELECT * FROM a",
                "WITH a AS (SELECT 'INSERT INTO x' AS \"into\") SELECT * FROM a FOR UPDATE",
            })
    void knowsWhatOnlyReads(String sql) {
        assertThat(StatementTraits.onlyReads(new SqlStatement(sql, 1, null))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO item VALUES (1) RETURNING id",
                "UPDATE item SET a = 1 RETURNING id",
                "WITH a AS (DELETE FROM item RETURNING id) SELECT * FROM a",
                "with a AS MATERIALIZED (insert into item values (1) returning id) select * from a",
                "(WITH a AS (/* x */ UPDATE item SET a = 1 RETURNING id) SELECT * FROM a)",
                "WITH a AS (SELECT 1) INSERT INTO item SELECT * FROM a RETURNING id",
                "WITH a AS (SELECT 1) MERGE INTO item USING a ON true WHEN MATCHED THEN DELETE",
                "SELECT 1 AS id INTO item",
                "CALL p(1)",
                "EXECUTE prepared",
                "CREATE TABLE t ()",
                "?",
            })
    void knowsWhatMayWrite(String sql) {
        assertThat(StatementTraits.onlyReads(new SqlStatement(sql, 1, null))).isFalse();
    }
}
