/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Routine;
import dev.retort.schema.Table;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.test.Dump;
import dev.retort.test.Invariant;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Revisions written from operations, and what a database looks like after them. */
abstract class RecipeTestCase extends RunTestCase {

    private static final Dump DUMP = Dump.find(server().major());

    /**
     * What is in a database, but for its rows and the order of columns.
     *
     * @param tables as the catalog reader sees them
     * @param routines the functions
     * @param dump what {@code pg_dump} prints; empty where there is none for this server
     */
    record State(List<Table> tables, List<Routine> routines, String dump) {}

    /** {@return the version of the server of this run} */
    static ServerVersion server() {
        return new ServerVersion(Invariant.version());
    }

    static Dump dump() {
        return DUMP;
    }

    /** Begins again, in another database. */
    void fresh() {
        dropDatabase();
        createDatabase();
    }

    /** Makes the tables, as revision a, with some rows. */
    State begun(String rows) {
        project.revision("a", null, RecipeCase.TABLES + "\n" + rows, "DROP TABLE customer, country;");
        project.upgrade("a");
        return state();
    }

    /** Writes a revision that does something, and reverses it in its downgrade. */
    void revision(String id, String down, List<Operation> operations) {
        SqlScriptWriter writer = new SqlScriptWriter(SqlRenderer.of(server(), "public"));
        String upgrade =
                writer.section(operations.stream().map(RenderedOperation::of).toList());
        String downgrade = writer.reversal(operations);
        boolean ends = downgrade.startsWith("-- migrate: irreversible");
        project.script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + down + "\n\n-- migrate: upgrade\n" + upgrade + "\n"
                        + (ends ? "" : "-- migrate: downgrade\n") + downgrade);
    }

    /** {@return what is in the database now} */
    State state() {
        try (MigrationConnection connection = new ConnectionSource(database.dataSource(), 0, duration -> {}).open()) {
            DatabaseSchema schema = new CatalogReader().read(connection, Scope.ofDatabase());
            List<Table> tables = schema.tables().stream()
                    .map(table -> table.withColumns(table.columns().stream()
                            .sorted(Comparator.comparing(Column::name))
                            .toList()))
                    .toList();
            return new State(tables, schema.routines(), dump().of(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
