/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.GraphException;
import dev.retort.internal.lock.LockKey;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.migration.RunArguments;
import dev.retort.run.RunRequest;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TransactionMode;
import dev.retort.test.Golden;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A script does what the run does that it was written for, and a run continues behind it. */
class OfflineTests extends RunTestCase {

    private static final String WITH_PARTS = """
        -- revision: parts
        -- down_revision: copied
        -- message: an index, and 'quotes' with {history} and \\ in it

        -- migrate: upgrade
        INSERT INTO t_a VALUES (7);
        -- migrate: autocommit
        CREATE UNIQUE INDEX CONCURRENTLY ix ON t_a (id) WHERE id > 0;
        UPDATE t_a SET id = id + 1 WHERE id = 7;
        -- migrate: transaction
        INSERT INTO t_a VALUES (9);
        SET TimeZone = 'Asia/Tokyo';

        -- migrate: downgrade
        -- migrate: autocommit
        DROP INDEX CONCURRENTLY ix;
        -- migrate: transaction
        DELETE FROM t_a WHERE id > 6;
        """;

    private static final String COPIED = """
        -- revision: copied
        -- down_revision: a
        -- placeholders: true
        -- branch_labels: things

        -- migrate: upgrade
        CREATE TABLE thing (name text, noted timestamptz);
        COPY thing FROM stdin;
        one\t2026-01-01 00:00
        tw'o \\\\ ${who}\t\\N
        \\.
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'a;b' $$;

        -- migrate: downgrade
        DROP FUNCTION f();
        DROP TABLE thing;
        """;

    /** What must be equal, however the database came to where it is. */
    static final List<String> HISTORY_TABLES = List.of(
            "SELECT version_num FROM alembic_version ORDER BY 1",
            "SELECT operation, revision, down_revisions, depends_on, branch_labels, rows_before, rows_after,"
                    + " description, checksum, outcome, sqlstate, message, file, line, blocked_by, reason, database_user,"
                    + " principal, application, tool_version, known_revisions, placeholders FROM retort_history ORDER BY id",
            "SELECT checksum, text FROM retort_script ORDER BY 1",
            "SELECT * FROM retort_progress",
            "SELECT count(DISTINCT run_id) FROM retort_history WHERE started_at <= now() AND duration_ms >= 0");

    private static final List<String> SCHEMA = List.of(
            "SELECT c.relname, c.relkind, c.relacl, obj_description(c.oid), a.attname,"
                    + " format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_class AS c"
                    + " LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, a.attnum",
            "SELECT pg_get_indexdef(indexrelid), indisvalid FROM pg_index AS i JOIN pg_class AS c ON c.oid ="
                    + " i.indexrelid WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1",
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1");

    private Project richProject() {
        return project.with(settings -> settings.placeholders(Map.of("who", "anna")))
                .chain("a")
                .script("copied", COPIED)
                .script("parts", WITH_PARTS);
    }

    private void runsAsTheScript(Psql psql, String script) {
        assertThat(psql.run(script, database, folder)).isNull();
    }

    private void isLike(TestDatabase other, List<String> queries) {
        for (String query : queries) {
            assertThat(database.query(query)).as(query).isEqualTo(other.query(query));
        }
    }

    private static RunRequest by(String target) {
        return RunRequest.by("alice", target).withReason("by hand");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void upgradesLikeARun(Psql psql) {
        richProject();
        RunRequest request = by("head").withArguments(new RunArguments(null, Map.of("who", "bert")));
        runsAsTheScript(psql, project.retort().offline().upgrade(request));

        try (TestDatabase online = TestDatabase.create()) {
            richProject().retortOn(online.dataSource()).upgrade(request);
            isLike(online, HISTORY_TABLES);
            isLike(online, SCHEMA);
            isLike(online, List.of("SELECT * FROM t_a ORDER BY 1", "SELECT * FROM thing ORDER BY 1"));
        }
        assertThat(database.query("SELECT name FROM thing")).contains("tw'o \\ bert");
        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().status().upToDate()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void goesDownLikeARunAndHolds(Psql psql) {
        richProject().start();
        runsAsTheScript(psql, project.retort().offline().downgrade(by("parts:a")));

        try (TestDatabase online = TestDatabase.create()) {
            Project other = richProject().on(online.dataSource());
            other.with(settings -> settings.placeholders(Map.of("who", "anna"))).start();
            other.retort().downgrade(by("a"));
            isLike(online, HISTORY_TABLES);
            isLike(online, SCHEMA);
        }
        assertThat(project.start().held()).isTrue();
        assertThat(project.retort().upgrade(by("head")).after()).containsExactly("parts");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void continuesFromTheRevisionThatTheRangeNames(Psql psql) {
        project.chain("a", "b", "c").upgrade("a");

        runsAsTheScript(psql, project.retort().offline().upgrade(by("a:+1")));
        runsAsTheScript(psql, project.retort().offline().upgrade(by("b:")));

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("c");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded", "upgrade|c|succeeded");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void stopsIfTheDatabaseIsNotAtTheStart(Psql psql) {
        project.chain("a", "b", "c").upgrade("b");

        assertThat(psql.run(project.retort().offline().upgrade(by("a:c")), database, folder))
                .contains("The database is at b, and this script starts at a.", "Write it again");
        assertThat(psql.run(project.retort().offline().upgrade(by("head")), database, folder))
                .contains("The database is at b, and this script starts at the base.");

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void keepsTheStepsBeforeTheOneThatFails(Psql psql) {
        project.chain("a").revision("b", "a", "CREATE TABLE b ();\nSELECT nothing;", "DROP TABLE b;");

        assertThat(psql.run(project.retort().offline().upgrade(by("head")), database, folder))
                .contains("column \"nothing\" does not exist");

        assertThat(history()).containsExactly("upgrade|a|succeeded");
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("null");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void runsEverythingInOneTransactionWhenTheSettingsSaySo(Psql psql) {
        project.with(settings -> settings.transaction(TransactionMode.ALL)).chain("a", "b");
        String script = project.retort().offline().upgrade(by("head"));
        project.revision("b", "a", "SELECT nothing;", "SELECT 1;");
        String failing = project.retort().offline().upgrade(by("head"));

        assertThat(psql.run(failing, database, folder)).contains("nothing");
        assertThat(history()).isEmpty();
        runsAsTheScript(psql, script);
        assertThat(history()).containsExactly("upgrade|a|succeeded", "upgrade|b|succeeded");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void recordsWhenEachStepBegan(Psql psql) {
        richProject().revision("z", "parts", "CREATE TABLE z AS SELECT now() AS at;", "DROP TABLE z;");

        runsAsTheScript(psql, project.retort().offline().upgrade(by("head")));

        assertThat(database.query("SELECT count(*), bool_and(earlier.started_at < later.started_at)"
                        + " FROM retort_history AS earlier JOIN retort_history AS later ON later.id = earlier.id + 1"))
                .containsExactly("3|t");
        assertThat(database.query("SELECT z.at <= h.started_at FROM z, retort_history AS h WHERE h.revision = 'z'"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void endsAHoldUnlessItRespectsIt(Psql psql) {
        project.chain("a", "b").start();
        project.downgrade("a");

        for (String range : List.of("a:b", "a:a")) {
            String respecting = project.retort().offline().upgrade(by(range).withRespectHold(true));
            assertThat(psql.run(respecting, database, folder)).contains("held by a downgrade", "--respect-hold");
        }
        runsAsTheScript(psql, project.retort().offline().upgrade(by("a:b")));

        assertThat(history()).endsWith("release|null|succeeded", "upgrade|b|succeeded");
        assertThat(project.retort().status().held()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void stampsLikeARun(Psql psql) {
        project.chain("a").revision("b", "a", "SELECT 1;", "SELECT 1;").revision("c", "a", "SELECT 1;", "SELECT 1;");
        runsAsTheScript(psql, project.retort().offline().stamp(by("b")));
        runsAsTheScript(psql, project.retort().offline().stamp(by("b:c")));

        try (TestDatabase online = TestDatabase.create()) {
            project.retortOn(online.dataSource()).stamp(by("b"));
            project.retortOn(online.dataSource()).stamp(by("c"));
            isLike(online, HISTORY_TABLES);
        }
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void makesTheTablesAndLeavesThoseOfAlembicAsTheyAre(Psql psql) {
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");

        runsAsTheScript(psql, project.retort().offline().ensureVersion());
        runsAsTheScript(psql, project.retort().offline().ensureVersion());

        assertThat(database.query("SELECT relname, relacl IS NULL FROM pg_class WHERE relname LIKE '%\\_version'"))
                .containsExactly("alembic_version|t");
        assertThat(history()).isEmpty();
        project.chain("a_revision_whose_id_is_longer_than_32");
        assertThat(psql.run(project.retort().offline().upgrade(by("head")), database, folder))
                .contains("too narrow for ids of 37 characters");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void refusesASchemaThatHasObjects(Psql psql) {
        project.chain("a");
        database.execute("CREATE TABLE already_here ()");

        assertThat(psql.run(project.retort().offline().upgrade(by("head")), database, folder))
                .contains("is not empty", "ensure_version");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void isForTheSchemaOfTheSessionOrForTheOneThatIsNamed(Psql psql) {
        project.chain("a");
        database.execute(
                "CREATE SCHEMA \"Odd one\"",
                "ALTER DATABASE " + database.name() + " SET search_path = \"Odd one\"",
                "CREATE ROLE odd_" + database.name(),
                "GRANT ALL ON SCHEMA \"Odd one\" TO odd_" + database.name());

        assertThat(psql.run(project.retort().offline().upgrade(by("head")), database, folder))
                .contains("current schema of the session is \"Odd one\"", "for schema public");
        project.with(settings -> settings.session(
                new SessionSettings("Odd one", "odd_" + database.name(), "UTC", Duration.ZERO, "retort")));
        runsAsTheScript(psql, project.retort().offline().upgrade(by("head")));

        assertThat(database.query(
                        "SELECT tableowner FROM pg_tables WHERE schemaname = 'Odd one' AND tablename = 't_a'"))
                .containsExactly("odd_" + database.name());
        assertThat(project.start().steps()).isEmpty();
        database.execute("DROP OWNED BY odd_" + database.name(), "DROP ROLE odd_" + database.name());
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void keepsOutARunAndIsKeptOutByOne(Psql psql) throws Exception {
        project.chain("a").with(settings -> settings.waitForLock(Duration.ZERO));
        String script = project.retort().offline().upgrade(by("head"));
        try (var holder = database.connect();
                var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1919251567, "
                    + LockKey.of("public", "alembic_version").number() + ")");
            assertThat(psql.run(script, database, folder)).contains("Another run holds the migration lock");
        }
        runsAsTheScript(psql, script);
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void leavesToARunWhatItDidNotFinish(Psql psql) {
        project.chain("a").start();
        database.execute("INSERT INTO t_a VALUES (1), (1)");
        project.script(
                "b",
                "-- revision: b\n-- down_revision: a\n\n-- migrate: upgrade\n-- migrate: autocommit\n"
                        + "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON t_a (id);\n"
                        + "\n-- migrate: downgrade\n-- migrate: nothing\n");
        String script = project.retort().offline().upgrade(by("a:head"));

        assertThat(psql.run(script, database, folder)).contains("could not create unique index");
        assertThat(database.query("SELECT statement, state, definition FROM retort_progress"))
                .containsExactly("1|intent|UNIQUE USING btree (id)");
        assertThat(psql.run(script, database, folder)).contains("A revision did not finish: b.");

        database.execute("TRUNCATE t_a");
        assertThat(project.start().after()).containsExactly("b");
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @CsvSource({"upgrade,base:parts", "downgrade,parts:copied", "stamp,a:parts"})
    void canBeReadByPeople(String operation, String range) {
        OfflineScripts offline = richProject().retort().offline();
        String script = switch (operation) {
            case "upgrade" -> offline.upgrade(by(range));
            case "downgrade" -> offline.downgrade(by(range));
            default -> offline.stamp(by(range));
        };

        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        Golden.check(
                Path.of("src/test/resources/offline", operation + ".sql"),
                script.replaceAll(uuid, "00000000-0000-0000-0000-000000000000"));
    }

    @ParameterizedTest
    @EnumSource(value = Psql.class, names = "DRIVER")
    void refusesWhatNoScriptCanSay(Psql psql) {
        project.chain("a", "b");
        OfflineScripts offline = project.retort().offline();

        assertThatThrownBy(() -> offline.downgrade(by("a"))).isInstanceOf(GraphException.class);
        assertThatThrownBy(() -> offline.stamp(by("a").withPurge(true)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("purge");
        assertThatThrownBy(() -> offline.stamp(by("a:b,b:a"))).hasMessageContaining("one starting revision");
        assertThatThrownBy(() -> project.retort().upgrade(by("a:b"))).hasMessageContaining("--sql");
        assertThat(offline.upgrade(by("head"))).startsWith("\\set ON_ERROR_STOP on\n");
    }

    @ParameterizedTest
    @EnumSource(value = Psql.class, names = "PROGRAM")
    void refusesAStatementThatChangesHowPsqlReadsTheRest(Psql psql) {
        project.revision("a", null, "CREATE TABLE t ();\nSET standard_conforming_strings = off;", "DROP TABLE t;");

        assertThatThrownBy(() -> project.retort().offline().upgrade(by("head")))
                .hasMessageContaining("a.sql:7")
                .hasMessageContaining("standard_conforming_strings");
    }
}
