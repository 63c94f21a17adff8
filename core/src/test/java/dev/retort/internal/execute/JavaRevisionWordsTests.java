/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.check;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.columnType;
import static dev.retort.migration.Definitions.exclude;
import static dev.retort.migration.Definitions.foreignKey;
import static dev.retort.migration.Definitions.index;
import static dev.retort.migration.Definitions.partitionBy;
import static dev.retort.migration.Definitions.primaryKey;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.text;
import static dev.retort.migration.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.Retort;
import dev.retort.migration.Operations;
import dev.retort.test.Invariant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the DSL: what they refuse, what they make, and that it is reversed. */
class JavaRevisionWordsTests extends JavaRevisionTestCase {

    private static final String LONG = "ä".repeat(32);

    private static Arguments refused(String says, Consumer<Operations> code) {
        return Arguments.of(says, code);
    }

    static Stream<Arguments> refused() {
        String missing = LONG.substring(LONG.length());
        return Stream.of(
                refused("64 bytes", op -> op.createTable(LONG, column("id", integer()))),
                refused("64 bytes", op -> op.createTable("s." + LONG, column("id", integer()))),
                refused("64 bytes", op -> op.createTable("t", column(LONG, integer()))),
                refused("64 bytes", op -> op.createTable("t", unique("id").named(LONG))),
                refused("64 bytes", op -> op.addConstraint("t", foreignKey(LONG).references("u"))),
                refused("64 bytes", op -> op.createIndex(index("ix").on("t", LONG))),
                refused("64 bytes", op -> op.renameColumn("t", "a", LONG)),
                refused("64 bytes", op -> op.createEnum("mood", LONG)),
                refused("is empty", op -> op.createTable(missing, column("id", integer()))),
                refused("is empty", op -> op.dropColumn("t", missing)),
                refused("has a dot", op -> op.createIndex(index("s.ix").on("s.t", "id"))),
                refused("has a dot", op -> op.renameTable("s.t", "s.u")),
                refused("has a dot", op -> op.addConstraint("s.t", unique("id").named("s.uq"))),
                refused("two dots", op -> op.dropTable("a.b.c")),
                refused(
                        "one source of values",
                        op -> op.createTable(
                                "t", column("id", integer()).identity().defaultTo("1"))),
                refused(
                        "is not an identity column",
                        op -> op.createTable("t", column("id", integer()).startWith(5))));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("refused")
    void areRefusedWhereTheyCannotMeanWhatTheySay(String says, Consumer<Operations> code) {
        assertThatThrownBy(() -> retort(code, op -> {}).upgrade(to("head")))
                .hasMessageContaining("The code of revision j failed at")
                .hasMessageContaining(says);
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void areRefusedWhenTheyAreNull() {
        for (Consumer<Operations> code : List.<Consumer<Operations>>of(
                op -> op.createTable(null, column("id", integer())),
                op -> op.createTable("t", column("id", integer()), null),
                op -> op.createTable("t", column(null, integer())),
                op -> op.createTable("t", column("id", null)),
                op -> op.createTable("t", column("id", integer()).defaultTo(null)),
                op -> op.setDefault("t", "id", null),
                op -> op.addConstraint("t", check(null).named("c")))) {
            assertThatThrownBy(() -> retort(code, op -> {}).upgrade(to("head")))
                    .hasMessageContaining("IllegalArgumentException")
                    .hasMessageContaining("null");
        }
    }

    private void upAndDown(Consumer<Operations> code, String query, String up) {
        Retort retort = retort(code, null);
        retort.ensureVersion();
        List<String> before = database.query(query);
        retort.upgrade(to("head"));
        assertThat(database.query(query)).containsExactly(up);

        retort.downgrade(to("base"));

        assertThat(database.query(query)).isEqualTo(before);
    }

    @Test
    void collateByNameAndHaveTheSequenceOptions() {
        upAndDown(
                op -> op.createTable(
                        "t",
                        column("id", bigint()).identity().startWith(1000).incrementBy(10),
                        column("a", text()).collate("C"),
                        column("b", text()).collate("pg_catalog.\"POSIX\"")),
                "SELECT string_agg(collation_name, ',' ORDER BY column_name), max(identity_start),"
                        + " max(identity_increment) FROM information_schema.columns WHERE table_name = 't'",
                "C,POSIX|1000|10");
    }

    @Test
    void excludeAndPartition() {
        upAndDown(
                op -> {
                    op.createTable(
                            "booking",
                            column("during", type("int4range")),
                            column("open", type("boolean")),
                            exclude("gist").with("during", "&&").namedWhere("ex_booking", "open"));
                    op.createTable(
                            "event",
                            column("id", integer()).notNull(),
                            primaryKey("id").named("event_pkey"),
                            partitionBy("RANGE (id)"));
                    op.createPartition("event_1", "event", "FOR VALUES FROM (1) TO (10)");
                    op.createTable("event_2", column("id", integer()).notNull());
                    op.attachPartition("event_2", "event", "FOR VALUES FROM (10) TO (20)");
                    op.detachPartition("event_1", "event", "FOR VALUES FROM (1) TO (10)");
                },
                "SELECT (SELECT count(*) FROM pg_constraint WHERE conname = 'ex_booking' AND contype = 'x'),"
                        + " (SELECT string_agg(inhrelid::regclass::text, ',') FROM pg_inherits"
                        + " WHERE inhparent = to_regclass('event')), to_regclass('event_1') IS NULL",
                "1|event_2|f");
    }

    @Test
    void letNoTwoNullsBe() {
        assumeTrue(Invariant.version() >= 15);
        upAndDown(
                op -> {
                    op.createTable(
                            "t",
                            column("a", integer()),
                            unique("a").nullsNotDistinct().named("uq"));
                    op.createIndex(index("ix").on("t", "a").nullsNotDistinct());
                },
                "SELECT count(*) FROM pg_index AS i WHERE i.indrelid = to_regclass('t') AND i.indnullsnotdistinct",
                "2");
    }

    @Test
    void sayWhatWasThere() {
        database.execute(
                "CREATE TABLE t (a text DEFAULT 'x', b int DEFAULT 1)",
                "ALTER TABLE t ADD CONSTRAINT ck CHECK (a <> '') NOT VALID",
                "CREATE VIEW v AS SELECT b FROM t");
        upAndDown(
                op -> {
                    op.validateConstraint("t", check("a <> ''").named("ck").notValid());
                    op.dropView("v", "SELECT b FROM t");
                    op.setDefault("t", "a", "'7'", "'x'");
                    op.alterColumnType(
                            "t",
                            columnType("b")
                                    .from(integer())
                                    .to(text())
                                    .using("b::text")
                                    .reverseUsing("b::integer"));
                },
                "SELECT (SELECT convalidated FROM pg_constraint WHERE conname = 'ck'), string_agg(column_name || ' '"
                        + " || data_type || ' ' || column_default, ', ' ORDER BY column_name), to_regclass('v') IS NULL"
                        + " FROM information_schema.columns WHERE table_name = 't'",
                "t|a text '7'::text, b text 1|t");
    }

    @Test
    void reverseATableWithItsRows() {
        upAndDown(
                op -> {
                    op.createTable("currency", column("code", text()).primaryKey(), column("digits", integer()));
                    op.bulkInsert("currency", List.of("code", "digits"), List.of("EUR", 2), List.of("JPY", 0));
                },
                "SELECT to_regclass('currency') IS NOT NULL",
                "t");
    }

    @Test
    void commentAndDropWhatMayBeThere() {
        database.execute("CREATE TABLE t (a int, b int)", "CREATE INDEX ix ON t (a)");
        retort(op -> {}, op -> {}).ensureVersion();

        retort(
                        op -> {
                            op.commentOnColumn("t", "a", "What it's for");
                            op.dropColumnIfExists("t", "missing");
                            op.dropIndexIfExists("ix");
                            op.dropConstraintIfExists("t", "missing");
                            op.dropViewIfExists("missing");
                            op.dropTableIfExists("missing");
                            op.createTableIfNotExists("t", column("other", integer()));
                        },
                        op -> {})
                .upgrade(to("head"));

        assertThat(database.query("SELECT col_description('t'::regclass, 1), to_regclass('ix') IS NULL"))
                .containsExactly("What it's for|t");
    }
}
