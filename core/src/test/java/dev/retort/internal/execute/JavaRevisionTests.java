/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.batches;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.internal.script.ScriptException;
import dev.retort.migration.Operations;
import dev.retort.migration.RunArguments;
import dev.retort.run.IrreversibleException;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.run.StepResult;
import dev.retort.run.sample.Sample;
import dev.retort.settings.TransactionMode;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JavaRevisionTests extends JavaRevisionTestCase {

    @Test
    void areInOneGraphWithScripts() {
        project.with(settings -> settings.javaPackages(List.of("dev.retort.run.found")))
                .revision("last", "score", "CREATE TABLE last ();", "DROP TABLE last;");

        RunResult result = project.start();

        assertThat(result.steps()).extracting(StepResult::revision).containsExactly("customer", "score", "last");
        assertThat(database.query("SELECT column_name, is_nullable FROM information_schema.columns"
                        + " WHERE table_name = 'customer' ORDER BY ordinal_position"))
                .containsExactly("id|NO", "name|NO", "email|NO", "score|NO");
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void areDowngradedByTheirReversedUpgrade() {
        project.with(settings -> settings.javaPackages(List.of("dev.retort.run.found")))
                .start();

        RunResult result = project.downgrade("base");

        assertThat(result.after()).isEmpty();
        assertThat(database.query("SELECT to_regclass('customer')")).containsExactly("null");
    }

    @Test
    void haveAChecksumOnlyWhenTheyDeclareAFingerprint() {
        project.with(settings -> settings.javaPackages(List.of("dev.retort.run.found")))
                .start();

        assertThat(database.query("SELECT revision, checksum ~ '^[0-9a-f]{64}$' FROM retort_history ORDER BY id"))
                .containsExactly("customer|t", "score|f");
        assertThat(database.query("SELECT count(*) FROM retort_script")).containsExactly("0");
    }

    @Test
    void commitAllTheyDoOrNothing() {
        Retort retort = retort(
                op -> {
                    createItem(op);
                    op.execute("SELECT 1/0");
                },
                null);

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                    assertThat(e.statement().sqlState()).isEqualTo("22012");
                    assertThat(e.statement().file()).isEqualTo(Sample.class.getName());
                });
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void askTheDatabaseOnTheMigrationsOwnConnection() {
        List<String> names = new ArrayList<>();
        Retort retort = retort(
                op -> {
                    createItem(op);
                    op.bulkInsert("item", List.of("id", "name"), List.of(1, "it's"), List.of(2, "b"));
                    names.addAll(op.sql("SELECT name FROM item WHERE id < ? ORDER BY id")
                            .param(10)
                            .query(row -> String.valueOf(row.getString("name"))));
                    long changed = op.sql("UPDATE item SET name = ? WHERE id = ANY (?)")
                            .param("new")
                            .param(List.of(1, 2))
                            .update();
                    names.add("changed " + changed);
                    names.add(op.sql("SELECT ?::uuid AS id")
                            .param(new UUID(0, 7))
                            .queryOptional(row -> String.valueOf(row.get("id", UUID.class)))
                            .orElse("none"));
                },
                null);

        retort.upgrade(to("head"));

        assertThat(names).containsExactly("it's", "b", "changed 2", "00000000-0000-0000-0000-000000000007");
        assertThat(database.query("SELECT DISTINCT name FROM item")).containsExactly("new");
    }

    @Test
    void sayWhichColumnOfAnAnswerIsMissing() {
        Retort retort = retort(op -> op.sql("SELECT 1 AS one").query(row -> row.getLong("two")), null);

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Column two of the result cannot be read as Long.");
    }

    @Test
    void buildIndexesConcurrentlyOutsideOfTheirTransaction() {
        Retort retort = retort(
                op -> {
                    createItem(op);
                    op.autocommit(alone -> alone.createIndex(
                            index("ix_item").on("item", "name").concurrently()));
                    op.execute("CREATE TABLE after_index ()", "DROP TABLE after_index");
                },
                null);

        retort.upgrade(to("head"));

        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_item'::regclass"))
                .containsExactly("t");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");

        retort.downgrade(to("base"));

        assertThat(database.query("SELECT to_regclass('item'), to_regclass('after_index'), to_regclass('ix_item')"))
                .containsExactly("null|null|null");
    }

    @Test
    void areRefusedWhenTheyBuildConcurrentlyInTheirTransaction() {
        Retort retort = retort(
                op -> {
                    createItem(op);
                    op.createIndex(index("ix_item").on("item", "name").concurrently());
                },
                null);

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .hasMessageContaining("inside a transaction")
                .hasMessageContaining("op.autocommit(...)");
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void mayNotEndTheirTransactionThemselves() {
        Retort retort = retort(op -> op.execute("COMMIT"), null);

        assertThatThrownBy(() -> retort.upgrade(to("head"))).hasMessageContaining("COMMIT is refused");
    }

    @Test
    void continueWhereTheyStoppedAfterPartOfThemWasCommitted() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Consumer<Operations> code = op -> {
            createItem(op);
            op.execute("INSERT INTO item VALUES (1, 'once')");
            op.autocommit(alone -> alone.execute("ALTER TABLE item ADD COLUMN more int"));
            op.sql("INSERT INTO item VALUES (?, 'twice')").param(2).update();
            op.execute(broken.get() ? "SELECT 1/0" : "SELECT 1/1");
        };

        assertThatThrownBy(() -> retort(code, null).upgrade(to("head"))).isInstanceOf(StatementFailedException.class);
        assertThat(history()).containsExactly("upgrade|j|partial");
        assertThat(database.query("SELECT name FROM item")).containsExactly("once");

        broken.set(false);
        retort(code, null).upgrade(to("head"));

        assertThat(database.query("SELECT name FROM item ORDER BY id")).containsExactly("once", "twice");
        assertThat(history()).containsExactly("upgrade|j|partial", "upgrade|j|succeeded");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
    }

    @Test
    void areRefusedWhenTheyWereEditedAfterPartOfThemWasCommitted() {
        Consumer<Operations> first = op -> {
            createItem(op);
            op.autocommit(alone -> alone.execute("ALTER TABLE item ADD COLUMN more int"));
            op.execute("SELECT 1/0");
        };
        Consumer<Operations> edited = op -> {
            op.createTable("other", column("id", integer()));
            op.autocommit(alone -> alone.execute("ALTER TABLE item ADD COLUMN more int"));
        };

        assertThatThrownBy(() -> retort(first, null).upgrade(to("head"))).isInstanceOf(StatementFailedException.class);

        assertThatThrownBy(() -> retort(edited, null).upgrade(to("head")))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("edited");
    }

    @Test
    void changeRowsInBatchesInSeparateTransactions() {
        database.execute(
                "CREATE TABLE item (a int, b text, done boolean, PRIMARY KEY (a, b))",
                "INSERT INTO item SELECT i % 7, i::text, false FROM generate_series(1, 1000) AS i");
        Retort retort = retort(
                op -> op.inBatches(batches("item", "a", "b")
                        .update("done = true")
                        .where("a <> 3")
                        .size(10)
                        .targetTime(Duration.ofNanos(1))),
                op -> {});
        retort.stamp(to("base"));
        retort.ensureVersion();

        retort.upgrade(to("head"));

        assertThat(database.query("SELECT count(*) FILTER (WHERE done), count(*) FILTER (WHERE a = 3 AND NOT done),"
                        + " count(DISTINCT xmin::text) > 50 FROM item"))
                .containsExactly("857|143|t");
    }

    @Test
    void continueBehindTheLastBatchThatWasCommitted() {
        database.execute(
                "CREATE TABLE item (id int PRIMARY KEY, changes int NOT NULL DEFAULT 0)",
                "INSERT INTO item SELECT i FROM generate_series(1, 100) AS i",
                "ALTER TABLE item ADD CONSTRAINT stop CHECK (id < 50 OR changes = 0)");
        Consumer<Operations> code = op -> op.inBatches(
                batches("item", "id").update("changes = changes + 1").size(10).targetTime(Duration.ofDays(1)));
        retort(code, op -> {}).ensureVersion();

        assertThatThrownBy(() -> retort(code, op -> {}).upgrade(to("head")))
                .isInstanceOf(StatementFailedException.class);
        assertThat(database.query("SELECT count(*) FROM item WHERE changes = 1"))
                .containsExactly("30");
        database.execute("ALTER TABLE item DROP CONSTRAINT stop");
        retort(code, op -> {}).upgrade(to("head"));

        assertThat(database.query("SELECT DISTINCT changes FROM item")).containsExactly("1");
        assertThat(history()).containsExactly("upgrade|j|partial", "upgrade|j|succeeded");
    }

    @Tag("slow")
    @Test
    void areTriedAgainFromTheirBeginningWhenLocksCannotBeHad() throws Exception {
        database.execute("CREATE TABLE busy ()");
        AtomicBoolean first = new AtomicBoolean(true);
        List<String> attempts = new ArrayList<>();
        try (Connection blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE busy");
            Retort retort = retort(
                    op -> {
                        createItem(op);
                        attempts.add("try");
                        if (attempts.size() > 2 && first.getAndSet(false)) {
                            release(blocker);
                        }
                        op.execute("ALTER TABLE busy ADD COLUMN x int", "ALTER TABLE busy DROP COLUMN x");
                    },
                    null);
            retort.ensureVersion();

            retort.upgrade(to("head"));
        }

        assertThat(attempts).hasSizeGreaterThan(2);
        assertThat(history()).containsExactly("upgrade|j|succeeded");
    }

    @Tag("slow")
    @Test
    void runWhatTheyCommittedOnceAlsoWhenLocksCannotBeHadLater() throws Exception {
        database.execute("CREATE TABLE busy ()", "CREATE TABLE tally (n int)");
        List<String> attempts = new ArrayList<>();
        try (Connection blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE busy");
            Retort retort = retort(
                    op -> {
                        op.execute("INSERT INTO tally VALUES (1)");
                        op.autocommit(alone -> {
                            alone.execute("INSERT INTO tally VALUES (2)");
                            alone.sql("INSERT INTO tally VALUES (?)").param(3).update();
                        });
                        attempts.add("try");
                        if (attempts.size() == 3) {
                            release(blocker);
                        }
                        op.execute("ALTER TABLE busy ADD COLUMN x int");
                    },
                    op -> {});
            retort.ensureVersion();

            retort.upgrade(to("head"));
        }

        assertThat(attempts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(database.query("SELECT n FROM tally ORDER BY n")).containsExactly("1", "2", "3");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
    }

    private static void release(Connection blocker) {
        try {
            blocker.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showWhatTheyWouldRun() {
        RunRequest dryRun = RunRequest.by("alice", "head").withDryRun(true);

        RunResult known = retort(JavaRevisionTestCase::createItem, null).upgrade(dryRun);
        RunResult unknown = retort(op -> op.sql("SELECT 1").update(), null).upgrade(dryRun);

        assertThat(known.steps().get(0).sql()).singleElement().asString().startsWith("CREATE TABLE item (");
        assertThat(unknown.steps().get(0).sql())
                .containsExactly("-- " + Sample.class.getName()
                        + " shows its statements only when it runs: at Sample.java:27 it queries the database.");
    }

    @Test
    void areIrreversibleWhenTheirUpgradeCannotBeReversed() {
        Retort retort = retort(op -> op.execute("CREATE TABLE item ()"), null);
        retort.upgrade(to("head"));

        assertThatThrownBy(() -> retort.downgrade(to("base")))
                .isInstanceOf(IrreversibleException.class)
                .hasMessageContaining("nothing was run");
        assertThat(history()).containsExactly("upgrade|j|succeeded");
    }

    @Test
    void runTogetherWithAllOthersInOneTransaction() {
        project.revision("s", "j", "CREATE TABLE s ();\nSELECT 1/0;", "DROP TABLE s;");

        assertThatThrownBy(() -> retort(TransactionMode.ALL, JavaRevisionTestCase::createItem, null)
                        .upgrade(to("head")))
                .isInstanceOf(StatementFailedException.class);

        assertThat(database.query("SELECT to_regclass('item'), to_regclass('s')"))
                .containsExactly("null|null");
    }

    @Test
    void cannotLeaveATransactionThatTheyShare() {
        Retort retort = retort(
                TransactionMode.ALL,
                op -> {
                    op.sql("SELECT 1").query(row -> row.getLong("?column?"));
                    op.autocommit(alone -> alone.execute("SELECT 1"));
                },
                null);

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .hasMessageContaining("cannot run in one transaction with all others")
                .hasMessageContaining("retort.transaction=per-revision");
    }

    @Test
    void tellWhereTheirCodeFailed() {
        Retort retort = retort(
                op -> {
                    throw new IllegalStateException("no luck");
                },
                null);

        assertThatThrownBy(() -> retort.upgrade(to("head")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Sample.java:27")
                .hasMessageContaining("no luck");
    }

    @Test
    void needAnApplicationWhenTheirConstructorTakesBeans() {
        project.with(settings -> settings.javaPackages(List.of("dev.retort.run.sample")));

        assertThatThrownBy(project::start)
                .hasMessageContaining("needs beans of an application")
                .hasMessageContaining("java -jar app.jar migrations");
    }

    @Test
    void readWhatTheCommandPassesThrough() {
        List<String> seen = new ArrayList<>();
        Retort retort = retort(op -> seen.add(op.arguments().values().getOrDefault("size", "none")), op -> {});

        retort.upgrade(to("head").withArguments(new RunArguments(null, Map.of("size", "large"))));

        assertThat(seen).isNotEmpty().containsOnly("large");
    }

    @Test
    void areWrittenAsAScriptUnlessTheyAskTheDatabase() {
        String script = retort(JavaRevisionTestCase::createItem, null).offline().upgrade(to("head"));
        Retort asking = retort(op -> op.sql("SELECT 1").update(), op -> {});

        assertThat(script).contains("CREATE TABLE item (").contains("alembic_version");
        assertThatThrownBy(() -> asking.offline().upgrade(to("head")))
                .hasMessageContaining("cannot be written as a script")
                .hasMessageContaining("queries the database");
    }

    @Test
    void areMissedWhenTheirPackageDoesNotExist() {
        project.with(settings -> settings.javaPackages(List.of("dev.nowhere")));

        assertThatThrownBy(project::start)
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("dev.nowhere")
                .hasMessageContaining("retort.java-packages");
    }
}
