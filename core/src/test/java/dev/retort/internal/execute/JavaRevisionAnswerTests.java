/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.migration.Operations;
import dev.retort.migration.Row;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RepairRequest;
import dev.retort.run.Requester;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code of a Java revision reads when it runs again is what it read before. */
class JavaRevisionAnswerTests extends JavaRevisionTestCase {

    private final AtomicBoolean broken = new AtomicBoolean(true);

    private void have(String... statements) {
        database.execute(statements);
        retort(op -> {}, op -> {}).ensureVersion();
    }

    private void upgrade(Consumer<Operations> code) {
        retort(code, op -> {}).upgrade(to("head"));
    }

    private void stop(Consumer<Operations> code) {
        assertThatThrownBy(() -> upgrade(code)).hasMessageContaining("no luck");
        assertThat(history()).containsExactly("upgrade|j|partial");
    }

    private void breakDown() {
        if (broken.getAndSet(false)) {
            throw new IllegalStateException("no luck");
        }
    }

    @Test
    void endALoopWhenNoRowIsLeftAlsoAfterItStoppedInTheMiddle() {
        have(
                "CREATE TABLE item (id int, done boolean DEFAULT false)",
                "INSERT INTO item SELECT generate_series(1, 100)");
        Consumer<Operations> code = op -> op.autocommit(alone -> {
            while (alone.sql("UPDATE item SET done = true WHERE id IN (SELECT id FROM item WHERE NOT done LIMIT ?)")
                            .param(10)
                            .update()
                    > 0) {
                breakDown();
            }
        });
        stop(code);
        assertThat(database.query("SELECT count(*) FROM item WHERE done")).containsExactly("10");

        upgrade(code);

        assertThat(database.query("SELECT count(*) FROM item WHERE done")).containsExactly("100");
        assertThat(history()).containsExactly("upgrade|j|partial", "upgrade|j|succeeded");
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
    }

    @Tag("slow")
    @Test
    void readTheSameCountsAfterALockRetry() throws SQLException {
        have("CREATE TABLE busy ()", "CREATE TABLE item (id int)", "INSERT INTO item SELECT generate_series(1, 7)");
        List<List<Long>> counts = new ArrayList<>();
        try (Connection blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE busy");
            upgrade(op -> {
                List<Long> read = new ArrayList<>();
                read.add(op.sql("UPDATE item SET id = id + 10").update());
                op.autocommit(alone -> read.add(
                        alone.sql("DELETE FROM item WHERE id > ?").param(12).update()));
                counts.add(read);
                if (counts.size() == 3) {
                    commit(blocker);
                }
                op.execute("ALTER TABLE busy ADD COLUMN x int");
            });
        }

        assertThat(counts).hasSizeGreaterThanOrEqualTo(3).containsOnly(List.of(7L, 5L));
    }

    private static void commit(Connection blocker) {
        try {
            blocker.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readTheSameGeneratedKeysAfterTheyStopped(boolean outside) {
        have("CREATE TABLE parent (id int GENERATED ALWAYS AS IDENTITY, name text)", "CREATE TABLE child (parent int)");
        Consumer<Operations> insert = op -> op.sql("INSERT INTO parent (name) VALUES (?), (NULL) RETURNING id, name")
                .param("it's 5:a")
                .query(row -> row.getLong("id"))
                .forEach(id -> op.sql("INSERT INTO child VALUES (?)").param(id).update());
        Consumer<Operations> code = op -> {
            if (outside) {
                op.autocommit(insert);
            } else {
                insert.accept(op);
                op.autocommit(alone -> alone.execute("SELECT 1"));
            }
            breakDown();
        };
        stop(code);

        upgrade(code);

        assertThat(database.query("SELECT id, name FROM parent ORDER BY id")).containsExactly("1|it's 5:a", "2|null");
        assertThat(database.query("SELECT parent FROM child ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void readEveryTypeTheSameBeforeAndAfter() {
        List<List<Object>> read = new ArrayList<>();
        Consumer<Operations> code = op -> {
            op.execute("CREATE TABLE item (id int)");
            op.sql("INSERT INTO item VALUES (1) RETURNING 'a'::text AS t, 7::bigint AS n, 1.50::numeric AS d,"
                            + " true AS b, '2020-02-29'::date AS day, '10:11:12.5'::time AS at, NULL::int AS none,"
                            + " '2020-02-29 10:11:12'::timestamp AS local, '2020-02-29"
                            + " 10:11:12.25+05:30'::timestamptz AS instant, '\\x00ff'::bytea AS bytes,"
                            + " '00000000-0000-0000-0000-000000000007'::uuid AS uuid")
                    .query(row -> read.add(values(row)));
            op.autocommit(alone -> alone.execute("SELECT 1"));
            breakDown();
        };
        stop(code);

        upgrade(code);

        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .containsExactly(
                        "a",
                        "7",
                        7L,
                        7,
                        (short) 7,
                        BigInteger.valueOf(7),
                        1.5,
                        new BigDecimal("1.50"),
                        true,
                        LocalDate.of(2020, 2, 29),
                        LocalTime.parse("10:11:12.5"),
                        "null",
                        LocalDateTime.parse("2020-02-29T10:11:12"),
                        OffsetDateTime.parse("2020-02-29T04:41:12.25Z"),
                        Instant.parse("2020-02-29T04:41:12.25Z"),
                        "[0, -1]",
                        new UUID(0, 7))
                .isEqualTo(read.get(1));
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        values.add(value(row, "t", String.class));
        values.add(value(row, "n", String.class));
        values.add(value(row, "n", Long.class));
        values.add(value(row, "N", Integer.class));
        values.add(value(row, "n", Short.class));
        values.add(value(row, "n", BigInteger.class));
        values.add(value(row, "d", Double.class));
        values.add(value(row, "d", BigDecimal.class));
        values.add(value(row, "b", Boolean.class));
        values.add(value(row, "day", LocalDate.class));
        values.add(value(row, "at", LocalTime.class));
        values.add(String.valueOf(row.get("none", Long.class)));
        values.add(value(row, "local", LocalDateTime.class));
        values.add(value(row, "instant", OffsetDateTime.class));
        values.add(value(row, "instant", Instant.class));
        values.add(java.util.Arrays.toString(value(row, "bytes", byte[].class)));
        values.add(value(row, "uuid", UUID.class));
        return values;
    }

    private static <T> T value(Row row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new AssertionError(column + " is null");
        }
        return value;
    }

    @Test
    void reportTheTypesOfAStoredResult() {
        have("CREATE TABLE item (at point)");

        assertThatThrownBy(() -> upgrade(op -> op.sql("INSERT INTO item VALUES ('(1,2)') RETURNING at")
                        .query(row -> value(row, "at", List.class))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("cannot be read as List")
                .hasMessageContaining("Read it as String");
    }

    @Test
    void cannotKeepAnAnswerThatIsTooLarge() {
        have("CREATE TABLE item (name text)");

        assertThatThrownBy(() -> upgrade(op -> op.autocommit(alone -> alone.sql(
                                "INSERT INTO item SELECT repeat('x', 1000) FROM generate_series(1, 2000) RETURNING"
                                        + " name")
                        .query(row -> value(row, "name", String.class)))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("too large to be stored")
                .hasMessageContaining("then run a query");
        assertThat(database.query("SELECT count(*) FROM item")).containsExactly("0");
    }

    @Test
    void areRefusedWhenTheyIssueAnotherStatement() {
        have("CREATE TABLE item (id int, done boolean DEFAULT false)", "INSERT INTO item SELECT generate_series(1, 3)");
        Consumer<Operations> code =
                op -> op.autocommit(alone -> alone.sql("SELECT id FROM item WHERE NOT done ORDER BY id")
                        .query(row -> row.getLong("id"))
                        .forEach(id -> {
                            alone.sql("UPDATE item SET done = true WHERE id = ?")
                                    .param(id)
                                    .update();
                            breakDown();
                        }));
        stop(code);

        assertThatThrownBy(() -> upgrade(code))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("Sample:")
                .hasMessageContaining("runs another statement than the one that an earlier run committed")
                .hasMessageContaining("rows that it changed itself")
                .hasMessageContaining("repair j --statement restart");

        retort(code, op -> {})
                .repair(new RepairRequest("j", RepairRequest.Statement.RESTART, Requester.operator("alice"), null));
        upgrade(code);

        assertThat(database.query("SELECT count(*) FROM item WHERE done")).containsExactly("3");
        assertThat(database.query("SELECT operation, reason FROM retort_history WHERE operation = 'repair'"))
                .containsExactly("repair|Revision j is to run again from its beginning.");
    }

    @Test
    void areRefusedWhenTheyIssueFewerStatements() {
        have("CREATE TABLE item (id int)");
        Consumer<Operations> code = op -> {
            op.autocommit(alone -> alone.sql("INSERT INTO item VALUES (1)").update());
            breakDown();
        };
        stop(code);

        assertThatThrownBy(() -> upgrade(op -> {}))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("runs 0 statements, and an earlier run committed more");
    }

    @Test
    void getNoUnknownResult() {
        have("CREATE PROCEDURE tell(INOUT n int) LANGUAGE sql AS 'SELECT n'");
        Consumer<Operations> code = op -> {
            op.autocommit(alone -> alone.sql("CALL tell(1)").update());
            breakDown();
        };
        stop(code);
        database.execute("UPDATE retort_progress SET answer = NULL");

        assertThatThrownBy(() -> upgrade(code))
                .isInstanceOf(PartialRevisionException.class)
                .hasMessageContaining("its result is not known")
                .hasMessageContaining("execute(...)");
    }

    @Test
    void keepAnswersInATableOfAnOlderBuild() {
        have("CREATE TABLE item (id int)", "INSERT INTO item VALUES (1), (2)");
        database.execute("ALTER TABLE retort_progress DROP COLUMN answer");
        List<Long> counts = new ArrayList<>();
        Consumer<Operations> code = op -> {
            op.autocommit(alone -> counts.add(alone.sql("DELETE FROM item").update()));
            breakDown();
        };
        stop(code);

        upgrade(code);

        assertThat(counts).containsExactly(2L, 2L);
    }

    @Test
    void repairInATableOfAnOlderBuild() {
        have("CREATE TABLE item (id int)");
        database.execute(
                "ALTER TABLE retort_progress DROP COLUMN answer",
                "INSERT INTO retort_progress VALUES ('j', 'upgrade', 1, '', 'intent', NULL, gen_random_uuid())");

        retort(op -> {}, op -> {})
                .repair(new RepairRequest("j", RepairRequest.Statement.DONE, Requester.operator("alice"), null));

        assertThat(database.query("SELECT state FROM retort_progress")).containsExactly("done");
    }
}
