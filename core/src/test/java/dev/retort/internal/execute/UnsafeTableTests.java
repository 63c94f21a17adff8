/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.StartMode;
import dev.retort.internal.history.table.UnsafeTableException;
import dev.retort.run.RunRequest;
import dev.retort.test.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables that would run code of another role when Retort reads or writes them: each command refuses them, says why, and runs
 * nothing of that code. The code leaves a trace that no rollback removes.
 */
class UnsafeTableTests extends RunTestCase {

    private static final String MALLORY = "mallory";

    /**
     * A way to have one of the tables run code.
     *
     * @param name what it uses
     * @param reason what the refusal says
     * @param attack the statements that prepare it, on a database that Retort has migrated
     * @param use a statement on the table that runs the code
     * @param remedy what makes the table safe again; empty where the table itself has to go
     */
    record Attack(String name, String reason, List<String> attack, String use, String remedy) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Attack attack(String name, String reason, String use, String remedy, String... attack) {
        return new Attack(name, reason, List.of(attack), use, remedy);
    }

    private static Attack recreated(String name, String reason, String use, String... attack) {
        List<String> all = new ArrayList<>(List.of("ALTER TABLE alembic_version RENAME TO safe_version"));
        all.addAll(List.of(attack));
        return new Attack(name, reason, all, use, "");
    }

    private static final String READ = "SELECT version_num FROM alembic_version";
    private static final String INSERT = "INSERT INTO alembic_version (version_num) VALUES ('x')";
    private static final String DELETE = "DELETE FROM alembic_version";

    static Stream<Attack> someAttacks() {
        return Samples.every(21, 0, attacks());
    }

    static Stream<Attack> attacks() {
        return Stream.of(inPlaceOfTheTable(), onTheTable(), onOtherTables()).flatMap(List::stream);
    }

    private static List<Attack> inPlaceOfTheTable() {
        return List.of(
                recreated(
                        "view",
                        "not an ordinary table",
                        READ,
                        "CREATE VIEW alembic_version AS SELECT evil('b')::varchar AS version_num"),
                recreated(
                        "domain",
                        "uses type vetted",
                        "INSERT INTO alembic_version VALUES ('x')",
                        "CREATE DOMAIN vetted AS varchar CHECK (evil(VALUE) IS NOT NULL)",
                        "CREATE TABLE alembic_version (version_num vetted)"),
                recreated(
                        "enum with a cast",
                        "uses type labels",
                        "SELECT version_num::text FROM alembic_version",
                        "CREATE TYPE labels AS ENUM ('b')",
                        "CREATE FUNCTION evil_cast(labels) RETURNS text LANGUAGE sql AS $$ SELECT evil('b') $$",
                        "CREATE CAST (labels AS text) WITH FUNCTION evil_cast(labels)",
                        "CREATE TABLE alembic_version (version_num labels)",
                        "INSERT INTO alembic_version VALUES ('b')"),
                recreated(
                        "partition key",
                        "not an ordinary table",
                        INSERT,
                        "CREATE TABLE alembic_version (version_num varchar) PARTITION BY LIST (evil(version_num))",
                        "CREATE TABLE part PARTITION OF alembic_version DEFAULT"),
                recreated(
                        "partition of a table",
                        "not an ordinary table",
                        "INSERT INTO whole VALUES ('x')",
                        "CREATE TABLE whole (version_num varchar) PARTITION BY LIST (evil(version_num))",
                        "CREATE TABLE alembic_version PARTITION OF whole DEFAULT"),
                recreated(
                        "column of a function's type",
                        "uses type composed",
                        "SELECT version_num::text FROM alembic_version",
                        "CREATE TYPE composed AS (id text)",
                        "CREATE FUNCTION evil_cast(composed) RETURNS text LANGUAGE sql AS $$ SELECT evil('b') $$",
                        "CREATE CAST (composed AS text) WITH FUNCTION evil_cast(composed)",
                        "CREATE TABLE alembic_version (version_num composed)",
                        "INSERT INTO alembic_version VALUES (ROW('b'))"));
    }

    private static List<Attack> onTheTable() {
        return List.of(
                attack(
                        "index on a constant expression",
                        "index evil_index uses function",
                        "SELECT version_num FROM alembic_version WHERE version_num = 'b'",
                        "DROP INDEX evil_index",
                        "CREATE INDEX evil_index ON alembic_version (evil('x'))"),
                attack(
                        "predicate of an index",
                        "index evil_index uses function",
                        INSERT,
                        "DROP INDEX evil_index",
                        "CREATE INDEX evil_index ON alembic_version (version_num) WHERE evil(version_num) = 'x'"),
                attack(
                        "generated column",
                        "uses function",
                        INSERT,
                        "ALTER TABLE alembic_version DROP COLUMN made",
                        "ALTER TABLE alembic_version ADD made text GENERATED ALWAYS AS (evil(version_num)) STORED"),
                attack(
                        "default",
                        "uses function",
                        INSERT,
                        "ALTER TABLE alembic_version ALTER COLUMN made DROP DEFAULT",
                        "ALTER TABLE alembic_version ADD made text",
                        "ALTER TABLE alembic_version ALTER COLUMN made SET DEFAULT evil('x')"),
                attack(
                        "default that runs SQL by a function of PostgreSQL",
                        "calls a function",
                        INSERT,
                        "ALTER TABLE alembic_version ALTER COLUMN made DROP DEFAULT",
                        "ALTER TABLE alembic_version ADD made text",
                        "ALTER TABLE alembic_version ALTER COLUMN made"
                                + " SET DEFAULT query_to_xml('SELECT public.evil(''x'')', true, true, '')::text"),
                attack(
                        "check",
                        "uses function",
                        INSERT,
                        "ALTER TABLE alembic_version DROP CONSTRAINT evil_check",
                        "ALTER TABLE alembic_version ADD CONSTRAINT evil_check CHECK (evil(version_num) IS NOT NULL)"),
                attack(
                        "statistics",
                        "has the statistics evil_statistics",
                        "ANALYZE alembic_version",
                        "DROP STATISTICS evil_statistics",
                        "ALTER TABLE alembic_version ADD made text",
                        "CREATE STATISTICS evil_statistics ON version_num, made FROM alembic_version"),
                attack(
                        "trigger",
                        "has the trigger evil_trigger",
                        INSERT,
                        "DROP TRIGGER evil_trigger ON alembic_version",
                        "CREATE TRIGGER evil_trigger BEFORE INSERT ON alembic_version"
                                + " FOR EACH ROW EXECUTE FUNCTION evil_trigger()"),
                attack(
                        "rule",
                        "has the rule evil_rule",
                        INSERT,
                        "DROP RULE evil_rule ON alembic_version",
                        "CREATE RULE evil_rule AS ON INSERT TO alembic_version DO ALSO SELECT evil('x')"),
                attack(
                        "policy",
                        "has the policy evil_policy",
                        READ,
                        "DROP POLICY evil_policy ON alembic_version",
                        "CREATE POLICY evil_policy ON alembic_version USING (evil(version_num) IS NOT NULL)"),
                attack(
                        "row-level security",
                        "row-level security is enabled",
                        READ,
                        "ALTER TABLE alembic_version DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE alembic_version ENABLE ROW LEVEL SECURITY"),
                attack(
                        "owner",
                        "its owner mallory is neither a superuser",
                        READ,
                        "ALTER TABLE alembic_version OWNER TO postgres",
                        "ALTER TABLE alembic_version OWNER TO " + MALLORY));
    }

    private static List<Attack> onOtherTables() {
        return List.of(
                attack(
                        "check of a child table",
                        "inherits",
                        "UPDATE alembic_version SET version_num = version_num",
                        "DROP TABLE child",
                        "CREATE TABLE child (CHECK (evil(version_num) IS NOT NULL)) INHERITS (alembic_version)",
                        "INSERT INTO child VALUES ('b')",
                        "SELECT setval('trace', 1, false)"),
                attack(
                        "parent",
                        "inherits",
                        READ,
                        "ALTER TABLE alembic_version NO INHERIT parent",
                        "CREATE TABLE parent (version_num varchar(128) NOT NULL)",
                        "ALTER TABLE alembic_version INHERIT parent"),
                attack(
                        "foreign key that cascades to a table with a trigger",
                        "foreign key",
                        DELETE,
                        "DROP TABLE referrer",
                        "CREATE TABLE referrer (v varchar(128) REFERENCES alembic_version ON DELETE CASCADE)",
                        "INSERT INTO referrer VALUES ('b')",
                        "CREATE TRIGGER evil_trigger AFTER DELETE ON referrer FOR EACH ROW EXECUTE FUNCTION"
                                + " evil_trigger()"),
                attack(
                        "foreign key to another table",
                        "foreign key",
                        READ,
                        "ALTER TABLE alembic_version DROP CONSTRAINT evil_key",
                        "CREATE TABLE referred (v varchar(128) PRIMARY KEY)",
                        "INSERT INTO referred VALUES ('b')",
                        "ALTER TABLE alembic_version ADD CONSTRAINT evil_key"
                                + " FOREIGN KEY (version_num) REFERENCES referred"),
                attack(
                        "trigger on the history",
                        "has the trigger evil_trigger",
                        "UPDATE retort_history SET reason = reason",
                        "DROP TRIGGER evil_trigger ON retort_history",
                        "CREATE TRIGGER evil_trigger BEFORE INSERT OR UPDATE ON retort_history"
                                + " FOR EACH ROW EXECUTE FUNCTION evil_trigger()"),
                attack(
                        "trigger on the progress",
                        "has the trigger evil_trigger",
                        "DELETE FROM retort_progress",
                        "DROP TRIGGER evil_trigger ON retort_progress",
                        "CREATE TRIGGER evil_trigger BEFORE DELETE ON retort_progress"
                                + " EXECUTE FUNCTION evil_trigger()"),
                attack(
                        "trigger on the scripts",
                        "has the trigger evil_trigger",
                        "INSERT INTO retort_script VALUES ('x', 'x')",
                        "DROP TRIGGER evil_trigger ON retort_script",
                        "CREATE TRIGGER evil_trigger BEFORE INSERT ON retort_script"
                                + " EXECUTE FUNCTION evil_trigger()"));
    }

    @BeforeEach
    void migrate() {
        project.chain("a", "b").start();
        database.execute(
                "DO $$ BEGIN CREATE ROLE mallory; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "CREATE SEQUENCE trace",
                "CREATE FUNCTION evil(text) RETURNS text IMMUTABLE LANGUAGE plpgsql"
                        + " AS $$ BEGIN PERFORM nextval('public.trace'); RETURN $1; END $$",
                "CREATE FUNCTION evil_trigger() RETURNS trigger LANGUAGE plpgsql"
                        + " AS $$ BEGIN PERFORM nextval('public.trace'); RETURN coalesce(NEW, OLD); END $$");
    }

    @AfterEach
    void dropRole() {
        database.execute("DROP OWNED BY mallory CASCADE");
    }

    private void prepare(Attack attack) {
        database.execute(attack.attack().toArray(String[]::new));
        database.execute("SELECT setval('trace', 1, false)");
    }

    private boolean ran() {
        return database.query("SELECT is_called FROM trace").contains("t");
    }

    private List<ThrowingCallable> commands() {
        return List.of(
                () -> project.start(),
                () -> project.retort().start(StartMode.VALIDATE),
                () -> project.retort().status(),
                () -> project.retort().validate(),
                () -> project.upgrade("head"),
                () -> project.downgrade("a"),
                () -> project.stamp("a"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesTheTableAndRunsNoneOfItsCode(Attack attack) {
        prepare(attack);
        project.chain("a", "b", "c");

        for (ThrowingCallable command : commands()) {
            assertThatThrownBy(command).isInstanceOf(UnsafeTableException.class).hasMessageContaining(attack.reason());
        }
        assertThat(ran()).isFalse();
        assertThat(database.query("SELECT to_regclass('t_c')")).containsExactly("null");
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("someAttacks")
    void refusesItInAScriptToo(Attack attack) {
        String script = project.chain("a", "b", "c").retort().offline().upgrade(RunRequest.by("alice", "b:c"));
        prepare(attack);

        assertThat(Psql.DRIVER.run(script, database, folder)).contains("Retort does not use public.");
        assertThat(ran()).isFalse();
        assertThat(database.query("SELECT to_regclass('t_c')")).containsExactly("null");
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("someAttacks")
    void takesTheTableAgainAfterWhatTheRefusalSays(Attack attack) {
        prepare(attack);
        String before = attack.use();
        if (!List.of("statistics", "row-level security", "owner", "parent", "foreign key to another table", "policy")
                .contains(attack.name())) {
            Throwable end = catchThrowable(() -> database.execute(before));
            assertThat(ran())
                    .as("code that runs without the check; the statement ended with %s", end)
                    .isTrue();
        }
        if (attack.remedy().isEmpty()) {
            return;
        }
        project.chain("a", "b", "c");
        assertThatThrownBy(() -> project.upgrade("head")).isInstanceOf(UnsafeTableException.class);
        database.execute(attack.remedy());
        database.execute("DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('b')");

        assertThat(project.start().after()).containsExactly("c");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void letsAScriptPassThatFindsTheTablesSafe(Psql psql) {
        String script = project.chain("a", "b", "c").retort().offline().upgrade(RunRequest.by("alice", "b:c"));

        assertThat(psql.run(script, database, folder)).isNull();
        assertThat(project.retort().status().current()).isNotEmpty();
    }
}
