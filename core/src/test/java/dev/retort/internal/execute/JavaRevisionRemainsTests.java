/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static dev.retort.migration.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.internal.execute.java.LiveOperations;
import dev.retort.migration.Operations;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.run.StatementFailedException;
import dev.retort.schema.Namespace;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.settings.TransactionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reversal leaves what its upgrade found, and reports what it does not create again. */
class JavaRevisionRemainsTests extends JavaRevisionTestCase {

    private static final String LEFT = "SELECT (SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'),"
            + " to_regclass('mine') IS NOT NULL, to_regnamespace('own') IS NOT NULL,"
            + " (SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('item') AND attname = 'more')";

    private static void make(Operations op) {
        op.createExtension("pg_trgm");
        op.apply(new CreateSchema(new Namespace("own", List.of(), null), true));
        op.apply(new CreateTable(
                Table.of(QualifiedName.of("mine"), List.of(Column.of("id", integer())), List.of()), true));
        op.apply(new AddColumn(QualifiedName.of("item"), Column.of("more", integer()), true));
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void dropsWhatItsUpgradeMade(TransactionMode mode) {
        database.execute("CREATE TABLE item ()");
        Retort retort = retort(mode, JavaRevisionRemainsTests::make, null);
        retort.ensureVersion();
        retort.upgrade(to("head"));
        assertThat(database.query(LEFT)).containsExactly("1|t|t|1");

        retort.downgrade(to("base"));

        assertThat(database.query(LEFT)).containsExactly("0|f|f|0");
    }

    @ParameterizedTest
    @EnumSource(TransactionMode.class)
    void leavesWhatItsUpgradeFound(TransactionMode mode) {
        database.execute(
                "CREATE EXTENSION pg_trgm",
                "CREATE SCHEMA own",
                "CREATE TABLE mine ()",
                "CREATE TABLE item (more int)");
        Retort retort = retort(mode, JavaRevisionRemainsTests::make, null);
        retort.ensureVersion();
        retort.upgrade(to("head"));

        retort.downgrade(to("base"));

        assertThat(database.query(LEFT)).containsExactly("1|t|t|1");
    }

    @Test
    void leavesWhatItsUpgradeFoundAlsoWhenItStoppedAfterIt() {
        database.execute("CREATE EXTENSION pg_trgm");
        AtomicBoolean broken = new AtomicBoolean(true);
        Consumer<Operations> code = op -> {
            op.autocommit(alone -> alone.createExtension("pg_trgm"));
            op.createTable("item", column("id", integer()));
            op.execute(broken.get() ? "SELECT 1/0" : "SELECT 1", "SELECT 1");
        };
        retort(code, null).ensureVersion();
        assertThatThrownBy(() -> retort(code, null).upgrade(to("head"))).isInstanceOf(StatementFailedException.class);
        broken.set(false);
        retort(code, null).upgrade(to("head"));

        retort(code, null).downgrade(to("base"));

        assertThat(database.query("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"))
                .containsExactly("1");
    }

    @Test
    void leavesAnExtensionOfWhichNothingIsKnown() {
        database.execute("CREATE EXTENSION pg_trgm");
        Retort retort = retort(op -> op.createExtension("pg_trgm"), null);
        retort.stamp(to("head"));

        retort.downgrade(to("base"));

        assertThat(database.query("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"))
                .containsExactly("1");
    }

    @Test
    void reportsWhatWasDroppedWithAColumnAndIsNotRecreated() {
        database.execute(
                "CREATE TABLE item (id serial PRIMARY KEY, a text NOT NULL DEFAULT '', b text, UNIQUE (a), CHECK (a <>"
                        + " b))",
                "CREATE INDEX ix_item_a ON item (lower(a))",
                "CREATE STATISTICS st_item (dependencies) ON a, b FROM item");
        Retort retort =
                retort(op -> op.dropColumn("item", column("a", text()).notNull().defaultTo("''")), null);
        retort.ensureVersion();
        retort.upgrade(to("head"));
        Lines lines = new Lines();
        Logger logger = Logger.getLogger(LiveOperations.class.getName());
        logger.addHandler(lines);
        try {
            retort.downgrade(to("base"));
        } finally {
            logger.removeHandler(lines);
        }

        assertThat(lines.text)
                .singleElement()
                .asString()
                .contains("Revision j: the downgrade does not create again what the upgrade dropped with column item.a")
                .contains("index ix_item_a")
                .contains("constraint item_a_key on table item")
                .contains("constraint item_check on table item")
                .contains("st_item")
                .doesNotContain("default")
                .doesNotContain("sequence");
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
}
