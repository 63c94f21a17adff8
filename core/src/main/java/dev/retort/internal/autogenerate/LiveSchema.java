/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.autogenerate.ModelComparison;
import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.model.ObjectFile;
import dev.retort.model.SchemaModel;
import dev.retort.schema.DatabaseSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The operations that create the schema of a database in an empty one: the first revision of a database that was created
 * without revisions. Reads only. Immutable and safe for use by several threads.
 */
public final class LiveSchema {

    private static final String PUBLIC = "public";

    private final SchemaReader reading;

    /**
     * Prepares the reading.
     *
     * @param settings the session and the names of Retort's tables, which are left out
     */
    public LiveSchema(ComparisonSettings settings) {
        this.reading = new SchemaReader(settings);
    }

    /**
     * Reads a database, without the tables of migration tools; reads only.
     *
     * @param source where connections to the database come from; one is opened, only read from, and closed
     * @return the operations that create the schema in an empty database
     */
    public ModelComparison read(ConnectionSource source) {
        SchemaReader.Whole live = whole(source);
        DatabaseSchema empty = empty(live.schema());
        Difference difference = new SchemaDiff(DiffSettings.of(live.version())).between(empty, live.schema());
        String schema = live.session().isEmpty() ? null : live.session().get(0);
        return new ModelComparison(
                difference, live.version(), schema, SafeUpgrade.of(live.version(), empty), List.of());
    }

    /**
     * Makes a model of the schema, without what object files state.
     *
     * @param source where connections to the database come from; one is opened when the model is created
     * @param files reads the object files
     * @param stated reads what the revisions state
     * @return the model, which reads nothing before its statements are needed
     */
    public SchemaModel model(
            ConnectionSource source, Supplier<List<ObjectFile>> files, Supplier<Map<String, String>> stated) {
        return new DatabaseModel(() -> whole(source), files, stated);
    }

    SchemaReader.Whole whole(ConnectionSource source) {
        try (MigrationConnection connection = source.open()) {
            return reading.wholeWithSession(connection);
        } catch (SQLException e) {
            throw new DatabaseException("The schema of the database could not be read.", e);
        }
    }

    /** A new database has a schema already. */
    static DatabaseSchema empty(DatabaseSchema live) {
        return DatabaseSchema.EMPTY.withNamespaces(live.namespaces().stream()
                .filter(namespace -> namespace.name().equals(PUBLIC))
                .toList());
    }
}
