/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.error.RetortException;
import dev.retort.internal.execute.step.StatementExecutor;
import dev.retort.migration.Batches;
import dev.retort.migration.Operations;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.StatementFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What goes wrong around Java revisions, and what must not come of it. */
class JavaRevisionSafetyTests extends JavaRevisionTestCase {

    private static final String INSERT = "INSERT INTO item VALUES (?, 'new') RETURNING id";

    private final List<RetortException> caught = new ArrayList<>();

    private void upgrade(Consumer<Operations> code) {
        retort(code, op -> {}).upgrade(to("head"));
    }

    private void have(String... statements) {
        database.execute(statements);
        retort(op -> {}, op -> {}).ensureVersion();
    }

    @Test
    void mayWriteWithAQueryInTheTransactionThatCommitsWithTheirStep() {
        List<Long> ids = new ArrayList<>();

        upgrade(op -> {
            createItem(op);
            op.autocommit(alone -> alone.execute("ALTER TABLE item ADD COLUMN more int"));
            ids.addAll(op.sql(INSERT).param(7).query(row -> row.getLong("id")));
        });

        assertThat(ids).containsExactly(7L);
        assertThat(database.query("SELECT id FROM item")).containsExactly("7");
    }

    @Test
    void getTheNumberOfReturnedRowsFromUpdate() {
        List<Long> changed = new ArrayList<>();

        upgrade(op -> {
            createItem(op);
            op.autocommit(alone -> {
                changed.add(alone.sql("INSERT INTO item SELECT generate_series(1, ?) RETURNING id")
                        .param(3)
                        .update());
                changed.add(alone.sql("SELECT set_config('a.b', ?, false)")
                        .param("c")
                        .update());
            });
        });

        assertThat(changed).containsExactly(3L, 1L);
    }

    @Test
    void goNoFurtherWhenTheyCatchWhatFailedInTheirTransaction() {
        assertThatThrownBy(() -> upgrade(op -> {
                    createItem(op);
                    caught(() -> op.execute("SELECT 1/0"));
                    caught(() -> op.execute("CREATE TABLE more ()"));
                }))
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.statement().sqlState()).isEqualTo("22012"));
        assertThat(caught).hasSize(2).containsOnly(caught.get(0));
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void goNoFurtherWhenTheyCatchWhatFailedOutsideOfTheirTransaction() {
        assertThatThrownBy(() -> upgrade(op -> {
                    caught(() -> op.autocommit(alone -> alone.execute("SELECT 1/0")));
                    caught(() -> op.autocommit(alone -> alone.execute("CREATE TABLE more ()")));
                    caught(() -> op.sql("SELECT 1").update());
                }))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("22012");
        assertThat(caught).hasSize(3).containsOnly(caught.get(0));
        assertThat(database.query("SELECT to_regclass('more')")).containsExactly("null");
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void keepWhatTheServerSaidWhenTheyMakeAnotherErrorOfIt() {
        assertThatThrownBy(() -> upgrade(op -> {
                    try {
                        op.execute("SELECT 1/0");
                    } catch (RetortException e) {
                        throw new IllegalStateException("mine", e);
                    }
                }))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("22012");
    }

    private void caught(Runnable work) {
        try {
            work.run();
        } catch (RetortException e) {
            caught.add(e);
        }
    }

    @Test
    void tellWhatEndedTheSessionAndNotThatItEnded() {
        assertThatThrownBy(() -> upgrade(
                        op -> op.autocommit(alone -> alone.execute("SELECT pg_terminate_backend(pg_backend_pid())"))))
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.statement().sqlState()).isEqualTo("57P01"));
    }

    @Test
    void tellWhereTheyLeftATransactionThatCannotCommit() {
        assertThatThrownBy(() -> upgrade(op -> {
                    op.execute("CREATE TABLE t (id int PRIMARY KEY,"
                            + " up int REFERENCES t DEFERRABLE INITIALLY DEFERRED)");
                    op.execute("INSERT INTO t VALUES (1, 2)");
                    op.autocommit(alone -> alone.execute("SELECT 1"));
                }))
                .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                    assertThat(e.statement().text()).isEqualTo("COMMIT");
                    assertThat(e.statement().sqlState()).isEqualTo("23503");
                    assertThat(e.statement().line()).isGreaterThan(1);
                });
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void continueWithParametersThatAreTheSame() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Consumer<Operations> code = op -> {
            op.execute("CREATE TABLE kept (content bytea)");
            op.sql("INSERT INTO kept VALUES (?)").param(new byte[] {1, 2}).update();
            op.autocommit(alone -> alone.sql("INSERT INTO kept VALUES (?)")
                    .param(new byte[] {3})
                    .update());
            op.execute(broken.get() ? "SELECT 1/0" : "SELECT 1/1");
        };
        assertThatThrownBy(() -> upgrade(code)).isInstanceOf(StatementFailedException.class);

        broken.set(false);
        upgrade(code);

        assertThat(database.query("SELECT content FROM kept ORDER BY 1")).containsExactly("\\x0102", "\\x03");
    }

    @Test
    void areRefusedWhenAParameterChangedAfterPartOfThemWasCommitted() {
        List<String> names = new ArrayList<>(List.of("first", "second"));
        Consumer<Operations> code = op -> {
            op.autocommit(alone -> alone.sql("SELECT set_config('a.b', ?, false)")
                    .param(names.remove(0))
                    .update());
            op.execute("SELECT 1/0");
        };
        assertThatThrownBy(() -> upgrade(code)).isInstanceOf(StatementFailedException.class);

        assertThatThrownBy(() -> upgrade(code))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("edited");
    }

    @Test
    void doNotShowTheirParameters() {
        Logger logger = Logger.getLogger(StatementExecutor.class.getName());
        Level level = logger.getLevel();
        Lines lines = new Lines();
        logger.setLevel(Level.ALL);
        logger.addHandler(lines);
        try {
            assertThatThrownBy(() -> upgrade(op ->
                            op.sql("UPDATE missing SET a = ?").param("secret").update()))
                    .isInstanceOfSatisfying(
                            StatementFailedException.class,
                            e -> assertThat(e.statement().text()).isEqualTo("UPDATE missing SET a = ?"));
        } finally {
            logger.removeHandler(lines);
            logger.setLevel(level);
        }
        assertThat(lines.text)
                .anyMatch(line -> line.contains("UPDATE missing"))
                .noneMatch(line -> line.contains("secret"));
    }

    private static final class Lines extends Handler {

        private final List<String> text = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            text.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void changeEachRowOfABatchOnceAlsoWhenItsKeyIsNotUnique() {
        have(
                "CREATE TABLE item (a int NOT NULL, changes int NOT NULL DEFAULT 0)",
                "INSERT INTO item SELECT i % 7 FROM generate_series(1, 1000) AS i");

        upgrade(op -> op.inBatches(
                batches("item", "a").update("changes = changes + 1").size(10)));

        assertThat(database.query("SELECT changes, count(*) FROM item GROUP BY 1"))
                .containsExactly("1|1000");
    }

    @Test
    void cannotFollowAKeyThatMayBeNull() {
        have("CREATE TABLE item (a int NOT NULL, b int, UNIQUE (a, b))");

        assertThatThrownBy(() ->
                        upgrade(op -> op.inBatches(batches("item", "a", "b").delete())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("cannot follow b")
                .hasMessageContaining("NOT NULL");
    }

    @Test
    void cannotFollowAKeyWhoseOldRowsMayBeNull() {
        have("CREATE TABLE item (a int)", "INSERT INTO item VALUES (NULL)");
        assumeTrue(database.query("SELECT current_setting('server_version_num')::int >= 180000")
                .contains("t"));
        database.execute("ALTER TABLE item ADD CONSTRAINT n NOT NULL a NOT VALID");

        assertThatThrownBy(() -> upgrade(op -> op.inBatches(batches("item", "a").delete())))
                .hasMessageContaining("cannot follow a");
    }

    @Test
    void cannotContinueWithBatchesThatFollowAnotherKey() {
        stopHalfway(batches("item", "id").update("done = true").size(10));

        assertThatThrownBy(() -> upgrade(op -> op.inBatches(
                        batches("item", "other").update("done = true").size(10))))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("edited");
    }

    @Test
    void cannotContinueWithBatchesWhoseKeyHasAnotherOrderNow() {
        Batches change = batches("item", "id").update("done = true").size(10);
        stopHalfway(change);
        database.execute("ALTER TABLE item ALTER COLUMN id TYPE text");

        assertThatThrownBy(() -> upgrade(op -> op.inBatches(change))).isInstanceOf(PartialRevisionException.class);
    }

    private void stopHalfway(Batches change) {
        have(
                "CREATE TABLE item (id int PRIMARY KEY, other int NOT NULL, done boolean DEFAULT false)",
                "INSERT INTO item SELECT i, -i FROM generate_series(1, 100) AS i",
                "ALTER TABLE item ADD CONSTRAINT stop CHECK (other > -50 OR NOT done)");
        assertThatThrownBy(() -> upgrade(op -> op.inBatches(change))).isInstanceOf(StatementFailedException.class);
        assertThat(history()).containsExactly("upgrade|j|partial");
        database.execute("ALTER TABLE item DROP CONSTRAINT stop");
    }

    @Test
    void runNoBatchAgainOfATableThatIsGone() {
        AtomicBoolean broken = new AtomicBoolean(true);
        have("CREATE TABLE item (id int PRIMARY KEY)", "INSERT INTO item VALUES (1)");
        Consumer<Operations> code = op -> {
            op.inBatches(batches("item", "id").delete());
            op.autocommit(alone -> alone.execute("DROP TABLE item"));
            op.execute(broken.get() ? "SELECT 1/0" : "SELECT 1/1");
        };
        assertThatThrownBy(() -> upgrade(code)).isInstanceOf(StatementFailedException.class);

        broken.set(false);
        upgrade(code);

        assertThat(history()).containsExactly("upgrade|j|partial", "upgrade|j|succeeded");
    }

    @Test
    void changeRowsInBatchesWithWhateverSqlHas() {
        have(
                "CREATE TABLE item (\"a ?\" text PRIMARY KEY, doc jsonb, release int)",
                "INSERT INTO item VALUES ('it''s \\', '{\"a\": 1}'), ('b', '{\"b\": 1}'), ('c', '{}')");

        upgrade(op -> op.inBatches(batches("item", "a ?")
                .update("release = 1 -- as of now")
                .where("doc ? 'a' OR doc ?| ARRAY['b'] -- not the others")
                .size(1)));

        assertThat(database.query("SELECT \"a ?\", release FROM item ORDER BY \"a ?\" COLLATE \"C\""))
                .containsExactly("b|1", "c|null", "it's \\|1");
    }

    @Test
    void writeAnOperatorWithAQuestionMarkTwice() {
        List<String> found = new ArrayList<>();

        upgrade(op -> found.addAll(op.sql("SELECT '{\"a\": 1}'::jsonb ?? ? AS answer")
                .param("a")
                .query(row -> String.valueOf(row.get("answer", Boolean.class)))));

        assertThat(found).containsExactly("true");
    }

    @Test
    void cannotHideAStatementInABatch() {
        have("CREATE TABLE item (id int PRIMARY KEY)");

        assertThatThrownBy(() -> upgrade(
                        op -> op.inBatches(batches("item", "id").delete().where("true; DROP TABLE item"))))
                .hasMessageContaining("A semicolon ends it in the middle.");
    }
}
