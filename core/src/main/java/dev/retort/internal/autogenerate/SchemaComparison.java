/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.diff.ComparisonContext;
import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.FormerName;
import dev.retort.diff.MappingContext;
import dev.retort.diff.ObjectFilter;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.diff.mapping.MappedModel;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Namespace;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.settings.AutogenerateSettings;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the real database with a scratch database in which a model was created; the same reader reads both. Reads
 * only. Has no state that changes; each call opens its own connection to the database and closes it.
 */
public final class SchemaComparison {

    private final ComparisonSettings settings;
    private final ModelDdl ddl;
    private final ComparisonRequest request;
    private final SchemaReader reading;
    private final Map<String, String> stated;

    /**
     * Prepares a comparison.
     *
     * @param settings the session and the names of Retort's tables, which are left out
     * @param ddl the model: how much of a schema it can state, and its former names
     * @param request how the two are compared
     * @param stated the rules that the revisions state so far
     */
    public SchemaComparison(
            ComparisonSettings settings, ModelDdl ddl, ComparisonRequest request, Map<String, String> stated) {
        this.stated = stated;
        this.settings = settings;
        this.ddl = ddl;
        this.request = request;
        this.reading = new SchemaReader(settings);
    }

    /**
     * Compares an existing database.
     *
     * @param source where connections to the database come from; one is opened, only read from, and closed
     * @param scratch the database in which the model was created
     * @return the operations that make of the database what the model wants
     */
    public ModelComparison run(ConnectionSource source, Scratch scratch) {
        try (MigrationConnection connection = source.open()) {
            DatabaseSchema model = reading.whole(scratch.connection());
            List<String> session = reading.sessionSchemas(connection);
            Set<String> schemas = schemas(session, model);
            OtherSchemas others = OtherSchemas.of(reading.schemasWithoutTools(connection), schemas, ddl, request);
            DatabaseSchema database = reading.of(connection, others.with(schemas));
            List<DefaultGrant> defaults = reading.defaultGrants(connection);
            RecreatedOwners owners = RecreatedOwners.read(
                    connection, settings.session().role(), session.isEmpty() ? null : session.get(0));
            Side side =
                    new Side(new ServerVersion(connection.majorVersion()), session, defaults, objects(scratch), owners);
            return compare(database, model.within(schemas), side, others);
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be compared with the model.", e);
        }
    }

    /**
     * Compares a schema that was read before.
     *
     * @param database the schema as it was read
     * @param scratch the database in which the model was created
     * @return the operations that make of that schema what the model wants
     */
    public ModelComparison run(SchemaReader.Whole database, Scratch scratch) {
        try {
            DatabaseSchema model = reading.whole(scratch.connection());
            Set<String> schemas = schemas(database.session(), model);
            OtherSchemas others = OtherSchemas.of(database.schemasWithoutTools(), schemas, ddl, request);
            Side side = new Side(
                    database.version(), database.session(), List.of(), objects(scratch), RecreatedOwners.none());
            return compare(database.schema().within(others.with(schemas)), model.within(schemas), side, others);
        } catch (SQLException e) {
            throw new DatabaseException("The model could not be read from the scratch database.", e);
        }
    }

    /** The database that the operations are for. */
    private record Side(
            ServerVersion version,
            List<String> session,
            List<DefaultGrant> defaultGrants,
            @Nullable Set<ObjectKey> objects,
            RecreatedOwners owners) {}

    /** {@return what the object files created; {@code null} when they are no part of the model} */
    private @Nullable Set<ObjectKey> objects(Scratch scratch) {
        return ddl.objects() == null ? null : scratch.objects();
    }

    private ModelComparison compare(DatabaseSchema real, DatabaseSchema model, Side side, OtherSchemas others) {
        String schema = side.session().isEmpty() ? null : side.session().get(0);
        OtherSchemas listed = others.withoutHeld(real, request);
        Set<String> kept = new LinkedHashSet<>(others.names());
        kept.removeAll(listed.names());
        DatabaseSchema database = real.without(kept);
        Difference found = listed.listedIn(new SchemaDiff(settings(side.version(), schema)
                        .withDefaultGrants(side.defaultGrants())
                        .withObjects(side.objects()))
                .between(database, model));
        ComparisonContext context = new ComparisonContext(settings.name(), side.version(), schema);
        Set<ObjectKey> stated = side.objects() == null ? Set.of() : side.objects();
        Difference frozen = found.withUpgrade(side.owners()
                        .restored(FrozenText.of(ddl, stated, schema).in(found.upgrade())))
                .withDowngrade(side.owners().restored(found.downgrade()));
        Difference difference = new Customizers(request.customizers()).rewrite(frozen, context);
        List<String> shared =
                ddl.reach() == ModelDdl.Reach.MAPPING ? MappedModel.shared(database, model, schema) : List.of();
        return new ModelComparison(
                difference, side.version(), schema, SafeUpgrade.of(side.version(), database), shared);
    }

    private DiffSettings settings(ServerVersion version, @Nullable String schema) {
        AutogenerateSettings autogenerate = request.settings();
        ObjectFilter filter = ObjectFilter.DEFAULT.only(autogenerate.include()).without(autogenerate.exclude());
        return DiffSettings.of(version)
                .withFilter(filter)
                .withRenames(request.renames())
                .withFormerNames(ddl.formerNames().stream()
                        .map(name -> formerName(name, schema))
                        .toList())
                .withMapping(ddl.reach() == ModelDdl.Reach.MAPPING)
                .withDropUnknown(autogenerate.dropUnknown())
                .withContext(new MappingContext(ddl.facts().within(schema), schema, stated, autogenerate.tolerate()));
    }

    private static FormerName formerName(dev.retort.model.StatedFormerName name, @Nullable String session) {
        String schema = name.schema() == null ? session : name.schema();
        return new FormerName(new QualifiedName(schema, name.table()), name.column(), name.formerly());
    }

    /** The schemas that the session uses, those that the model creates, and those in which it has something. */
    private Set<String> schemas(List<String> session, DatabaseSchema model) {
        Set<String> schemas = new LinkedHashSet<>(session);
        schemas.addAll(OtherSchemas.created(ddl));
        for (SchemaObject object : model.objects()) {
            String schema = object.key().schema();
            if (schema != null && !(object instanceof Namespace)) {
                schemas.add(schema);
            }
        }
        return schemas;
    }
}
