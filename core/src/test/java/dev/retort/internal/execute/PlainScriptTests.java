/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.lock.LockKey;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.run.RunRequest;
import dev.retort.settings.TransactionMode;
import dev.retort.test.Golden;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A script of plain SQL is safe with clients that continue after an error. */
class PlainScriptTests extends RunTestCase {

    private static final String IN_PARTS = """
        -- revision: b
        -- down_revision: a

        -- migrate: upgrade
        CREATE TABLE t_b (id int);
        INSERT INTO t_b SELECT id FROM t_a;
        -- migrate: autocommit
        UPDATE t_b SET id = id + 1;
        ALTER TABLE t_b ADD UNIQUE (id);
        -- migrate: transaction
        INSERT INTO t_b VALUES (9);

        -- migrate: downgrade
        DROP TABLE t_b;
        """;

    private static final List<String> KEPT = List.of(
            "SELECT version_num FROM alembic_version",
            "SELECT operation, revision, down_revisions, rows_before, rows_after, description, checksum, outcome,"
                    + " known_revisions FROM retort_history ORDER BY id",
            "SELECT checksum, text FROM retort_script ORDER BY 1",
            "SELECT count(*) FROM retort_progress",
            "SELECT relname, relkind, relacl FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1");

    private OfflineScripts plain() {
        return project.retort().offline().plain();
    }

    private static RunRequest to(String target) {
        return RunRequest.by("alice", target);
    }

    private List<String> tables() {
        return database.query("SELECT relname FROM pg_class WHERE relname LIKE 't\\__' ORDER BY 1");
    }

    private boolean exists(String table) {
        return !database.query("SELECT to_regclass('" + table + "')").contains("null");
    }

    static Stream<PlainClient> clients() {
        return Samples.every(4, 0, Stream.of(PlainClient.values()));
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("clients")
    void endsAsARunEnds(PlainClient client) {
        project.chain("a").script("b", IN_PARTS).revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");

        assertThat(client.run(plain().upgrade(to("head")), database, folder)).isEmpty();
        assertThat(client.run(plain().downgrade(to("c:b")), database, folder)).isEmpty();
        assertThat(client.run(plain().stamp(to("b:c")), database, folder)).isEmpty();

        try (TestDatabase live = TestDatabase.create()) {
            project.retortOn(live.dataSource()).upgrade(to("head"));
            project.retortOn(live.dataSource()).downgrade(to("b"));
            project.retortOn(live.dataSource()).stamp(to("c"));
            for (String query : KEPT) {
                assertThat(database.query(query)).as(query).isEqualTo(live.query(query));
            }
        }
        assertThat(database.query("SELECT id FROM t_b ORDER BY 1")).containsExactly("9");
        assertThat(project.retort().status().upToDate()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void nothingHappensAfterTheStepThatFails(PlainClient client) {
        project.chain("a")
                .revision("b", "a", "CREATE TABLE t_b ();\nSELECT nothing;\nCREATE TABLE t_x ();", "DROP TABLE t_b;")
                .revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");

        List<String> errors = client.run(plain().upgrade(to("head")), database, folder);

        assertThat(errors).hasSize(2);
        assertThat(errors.get(0)).contains("column \"nothing\" does not exist");
        assertThat(errors.get(1)).contains("The database is at a");
        assertThat(tables()).containsExactly("t_a");
        assertThat(history()).containsExactly("upgrade|a|succeeded");
        project.revision("b", "a", "CREATE TABLE t_b ();", "DROP TABLE t_b;").start();
        assertThat(tables()).containsExactly("t_a", "t_b", "t_c");
    }

    /** The finding: {@code a:b} on a database at the base ended at {@code b} without the table of {@code a}. */
    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void changesNothingWhereTheDatabaseIsElsewhere(PlainClient client) {
        project.chain("a", "b", "c");

        assertThat(client.run(plain().upgrade(to("a:c")), database, folder))
                .hasSize(3)
                .allSatisfy(error -> assertThat(error).contains("The database is at the base"));

        assertThat(exists("alembic_version")).isFalse();
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void respectsAHoldAlsoAtALaterStep(PlainClient client) {
        project.chain("a", "b", "c").start();
        project.downgrade("b");

        assertThat(client.run(plain().upgrade(to("a:c")), database, folder)).hasSize(3);
        assertThat(client.run(plain().upgrade(to("b:c").withRespectHold(true)), database, folder))
                .hasSize(2);
        assertThat(tables()).containsExactly("t_a", "t_b");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");

        assertThat(client.run(plain().upgrade(to("b:b")), database, folder)).isEmpty();
        assertThat(project.retort().status().held()).isFalse();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void aSecondTimeItChangesNothing(PlainClient client) {
        project.chain("a", "b");
        String script = plain().upgrade(to("head"));
        client.run(script, database, folder);
        List<String> before = history();

        assertThat(client.run(script, database, folder)).hasSize(3);

        assertThat(history()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void changesNothingWhileARunHoldsTheLock(PlainClient client) throws Exception {
        project.chain("a", "b");
        String script = plain().upgrade(to("head"));
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1919251567, "
                    + LockKey.of("public", "alembic_version").number() + ")");
            assertThat(client.run(script, database, folder))
                    .hasSize(3)
                    .allSatisfy(error -> assertThat(error).contains("Another run holds the migration lock"));
        }
        assertThat(exists("alembic_version")).isFalse();
        assertThat(client.run(script, database, folder)).isEmpty();
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void aRunContinuesWhereAnAutocommitStatementFailed(PlainClient client) {
        project.chain("a").script("b", IN_PARTS).revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");
        project.upgrade("a");
        database.execute("INSERT INTO t_a VALUES (1), (1)");

        List<String> errors = client.run(plain().upgrade(to("a:head")), database, folder);

        assertThat(errors.get(0)).contains("could not create unique index");
        assertThat(database.query("SELECT statement, state FROM retort_progress ORDER BY 1"))
                .containsExactly("1|done", "2|done", "3|done");
        assertThat(database.query("SELECT id FROM t_b")).containsExactly("2", "2");
        assertThat(tables()).containsExactly("t_a", "t_b");

        database.execute("DELETE FROM t_b WHERE ctid IN (SELECT max(ctid) FROM t_b)");
        assertThat(project.start().after()).containsExactly("c");
        assertThat(database.query("SELECT id FROM t_b ORDER BY 1")).containsExactly("2", "9");
    }

    /** Whichever statement is lost, what the database says of itself is so. */
    @Test
    void losingAnyStatementLeavesAStateThatIsTrue() {
        for (boolean together : List.of(false, true)) {
            int statements = losing(together, Integer.MAX_VALUE).size();
            for (int lost = 0; lost < statements; lost++) {
                losing(together, lost);
            }
        }
    }

    private List<String> losing(boolean together, int lost) {
        try (TestDatabase own = TestDatabase.create()) {
            Project other = project.on(own.dataSource());
            if (together) {
                other.with(settings -> settings.transaction(TransactionMode.ALL))
                        .chain("a", "b", "c");
            } else {
                other.chain("a").script("b", IN_PARTS).revision("c", "b", "CREATE TABLE t_c ();", "DROP TABLE t_c;");
            }
            List<String> texts =
                    PlainClient.texts(other.retort().offline().plain().upgrade(to("head")));
            List<String> rest = new ArrayList<>(texts);
            if (lost < rest.size()) {
                rest.remove(lost);
            }
            PlainClient.send(rest, own, true);
            isTrue(own, "without statement " + lost + " of " + texts.size());
            if (lost >= texts.size()) {
                assertThat(own.query("SELECT version_num FROM alembic_version")).containsExactly("c");
            }
            return texts;
        }
    }

    private static void isTrue(TestDatabase own, String what) {
        boolean there = !own.query("SELECT to_regclass('alembic_version')").contains("null");
        List<String> versions = there ? own.query("SELECT version_num FROM alembic_version") : List.of();
        String version = versions.isEmpty() ? "" : versions.get(0);
        List<String> tables = own.query("SELECT right(relname, 1) FROM pg_class WHERE relname LIKE 't\\__' ORDER BY 1");
        List<String> partial = there ? own.query("SELECT DISTINCT revision FROM retort_progress") : List.of();
        List<String> expected = new ArrayList<>();
        for (String revision : List.of("a", "b", "c")) {
            if (revision.compareTo(version) <= 0 || partial.contains(revision)) {
                expected.add(revision);
            }
        }
        assertThat(tables).as(what + ", at \"" + version + "\"").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY ix ON t (a)|outside of a transaction",
                "VACUUM|outside of a transaction",
                "ALTER SYSTEM SET work_mem = '4MB'|outside of a transaction",
                "SELECT 1 AS a INTO t|SELECT INTO",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE|SET TRANSACTION",
                "COPY t TO STDOUT|COPY from or to the client",
                "SET client_encoding = 'LATIN1'|client_encoding"
            })
    void refusesWhatItCannotMakeSafe(String statement, String why) {
        project.revision("a", null, "-- migrate: autocommit\n" + statement + ";", "SELECT 1;");
        assertThatThrownBy(() -> plain().upgrade(to("head")))
                .hasMessageContaining("a.sql:7")
                .hasMessageContaining(why)
                .hasMessageContaining("without --plain");
    }

    @Test
    void refusesRowsForCopy() {
        project.revision("a", null, "CREATE TABLE t (i int);\nCOPY t FROM stdin;\n1\n\\.", "DROP TABLE t;");
        assertThatThrownBy(() -> plain().upgrade(to("head"))).hasMessageContaining("COPY from or to the client");
    }

    @ParameterizedTest
    @EnumSource(PlainClient.class)
    void leavesTheSessionOfTheClientAsItWas(PlainClient client) {
        project.chain("a");
        String watch = "\nCREATE TABLE seen AS SELECT current_setting('search_path') AS path,"
                + " current_setting('TimeZone') AS zone, current_setting('lock_timeout') AS wait;\n";
        String before = "SET TimeZone = 'Asia/Tokyo';\nSET lock_timeout = '77s';\n";

        assertThat(client.run(before + plain().upgrade(to("head")) + watch, database, folder))
                .isEmpty();

        boolean savepoints = client.name().endsWith("SAVEPOINTS");
        assertThat(database.query("SELECT zone, wait FROM seen"))
                .containsExactly(savepoints ? "UTC|0" : "Asia/Tokyo|77s");
    }

    @Test
    void canBeReadByPeople() {
        project.chain("a").script("b", IN_PARTS);
        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        Golden.check(
                Path.of("src/test/resources/offline/plain.sql"),
                plain().upgrade(to("a:b")).replaceAll(uuid, "00000000-0000-0000-0000-000000000000"));
    }

    @Test
    void makesTheTablesAlone() {
        assertThat(PlainClient.DRIVER.run(plain().ensureVersion(), database, folder))
                .isEmpty();
        assertThat(exists("alembic_version")).isTrue();
    }
}
