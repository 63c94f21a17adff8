/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.ObjectFilter;
import dev.retort.diff.SafeUpgrade;
import dev.retort.diff.SchemaDiff;
import dev.retort.history.TableNames;
import dev.retort.jdbc.ConnectionSource;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Namespace;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.ServerVersion;
import dev.retort.scratch.Scratch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the two roads meet: reads the real database and a scratch database in which a model was made, by the same reader, and
 * compares what it read. Reads only.
 */
final class SchemaComparison {

    private final RetortSettings settings;
    private final CatalogReader reader = new CatalogReader();

    SchemaComparison(RetortSettings settings) {
        this.settings = settings;
    }

    ModelComparison run(ConnectionSource source, Scratch scratch, ComparisonRequest request) {
        try (MigrationConnection connection = source.open()) {
            Scope scope = scope(connection, scratch);
            DatabaseSchema model = reader.read(scratch.connection(), scope);
            DatabaseSchema database = reader.read(connection, scope);
            ServerVersion version = new ServerVersion(connection.majorVersion());
            Difference difference = new SchemaDiff(settings(version, request)).between(database, model);
            List<String> session = sessionSchemas(connection);
            String schema = session.isEmpty() ? null : session.get(0);
            return new ModelComparison(difference, version, schema, SafeUpgrade.of(version, database));
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be compared with the model.", e);
        }
    }

    private static DiffSettings settings(ServerVersion version, ComparisonRequest request) {
        ObjectFilter filter = ObjectFilter.DEFAULT.only(request.include()).without(request.exclude());
        return DiffSettings.of(version)
                .withFilter(filter)
                .withRenames(request.renames())
                .withMapping(request.mapping())
                .withDropUnknown(request.dropUnknown());
    }

    /** The schemas that the session uses, and those in which the model has something; other schemas are somebody else's. */
    private Scope scope(MigrationConnection connection, Scratch scratch) throws SQLException {
        Set<String> schemas = new LinkedHashSet<>(sessionSchemas(connection));
        for (SchemaObject object :
                reader.read(scratch.connection(), own(Scope.ofDatabase())).objects()) {
            @Nullable String schema = object.key().name().schema();
            if (schema != null && !(object instanceof Namespace)) {
                schemas.add(schema);
            }
        }
        return own(Scope.of(new ArrayList<>(schemas)));
    }

    private List<String> sessionSchemas(MigrationConnection connection) throws SQLException {
        String schema = settings.session().schema();
        return schema != null
                ? List.of(schema)
                : connection.query("SELECT unnest(current_schemas(false))::text", row -> row.getString(1));
    }

    private Scope own(Scope scope) {
        TableNames tables = settings.tables();
        return scope.without(tables.schema(), tables.version())
                .without(tables.schema(), tables.history())
                .without(tables.schema(), tables.script())
                .without(tables.schema(), tables.progress());
    }
}
