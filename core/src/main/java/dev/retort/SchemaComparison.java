/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.diff.ComparisonContext;
import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.ObjectFilter;
import dev.retort.diff.SchemaDiff;
import dev.retort.history.TableNames;
import dev.retort.jdbc.ConnectionSource;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Namespace;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.ServerVersion;
import dev.retort.scratch.ModelDdl;
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
    private final ModelDdl ddl;
    private final ComparisonRequest request;
    private final CatalogReader reader = new CatalogReader();

    SchemaComparison(RetortSettings settings, ModelDdl ddl, ComparisonRequest request) {
        this.settings = settings;
        this.ddl = ddl;
        this.request = request;
    }

    ModelComparison run(ConnectionSource source, Scratch scratch) {
        try (MigrationConnection connection = source.open()) {
            DatabaseSchema model = reader.read(scratch.connection(), own(Scope.ofDatabase()));
            List<String> session = sessionSchemas(connection);
            Set<String> schemas = schemas(session, model);
            DatabaseSchema database = reader.read(connection, own(Scope.of(new ArrayList<>(schemas))));
            ServerVersion version = new ServerVersion(connection.majorVersion());
            Difference found = new SchemaDiff(settings(version)).between(database, model.within(schemas));
            return comparison(found, version, session.isEmpty() ? null : session.get(0));
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be compared with the model.", e);
        }
    }

    private ModelComparison comparison(Difference found, ServerVersion version, @Nullable String schema) {
        ComparisonContext context = new ComparisonContext(settings.name(), version, schema);
        Difference difference = new Customizers(request.customizers()).rewrite(found, context);
        return new ModelComparison(difference, version, schema);
    }

    private DiffSettings settings(ServerVersion version) {
        AutogenerateSettings autogenerate = request.settings();
        ObjectFilter filter = ObjectFilter.DEFAULT.only(autogenerate.include()).without(autogenerate.exclude());
        return DiffSettings.of(version)
                .withFilter(filter)
                .withRenames(request.renames())
                .withMapping(ddl.reach() == ModelDdl.Reach.MAPPING)
                .withDropUnknown(autogenerate.dropUnknown());
    }

    /** The schemas that the session uses, and those in which the model has something; other schemas are somebody else's. */
    private static Set<String> schemas(List<String> session, DatabaseSchema model) {
        Set<String> schemas = new LinkedHashSet<>(session);
        for (SchemaObject object : model.objects()) {
            String schema = object.key().schema();
            if (schema != null && !(object instanceof Namespace)) {
                schemas.add(schema);
            }
        }
        return schemas;
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
