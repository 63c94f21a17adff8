/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.diff.Difference;
import dev.retort.diff.ObjectFilter;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Schemas of the database that neither the session nor the model uses: unknown, as any other object. A model that is a mapping
 * of classes has them listed only, whatever is to happen to what it does not know.
 *
 * @param names their names
 * @param dropped whether they are compared, and so dropped
 */
record OtherSchemas(List<String> names, boolean dropped) {

    private static final OtherSchemas NONE = new OtherSchemas(List.of(), false);

    /**
     * Looks at what there is.
     *
     * @param there the schemas of the database without those that hold tables of migration tools
     * @param known the schemas that are compared anyway
     */
    static OtherSchemas of(List<String> there, Set<String> known, ModelDdl ddl, ComparisonRequest request) {
        if (!request.settings().include().isEmpty()) {
            return NONE;
        }
        ObjectFilter filter = ObjectFilter.DEFAULT.without(request.settings().exclude());
        List<String> names = there.stream()
                .filter(name -> !known.contains(name) && filter.admitsPart(key(name)))
                .toList();
        return new OtherSchemas(names, request.settings().dropUnknown() && ddl.reach() == ModelDdl.Reach.SCHEMA);
    }

    /** {@return the schemas that a model creates, also those in which it has nothing} */
    static Set<String> created(ModelDdl ddl) {
        Set<String> created = new LinkedHashSet<>();
        for (ModelStatement statement : ddl.statements()) {
            List<String> tokens = statement.tokens();
            if (tokens.size() > 2
                    && tokens.get(0).equals("create")
                    && tokens.get(1).equals("schema")) {
                int name = tokens.get(2).equals("if") && tokens.size() > 5 ? 5 : 2;
                created.add(unquoted(tokens.get(name)));
            }
        }
        return created;
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    private static ObjectKey key(String schema) {
        return ObjectKey.of(ObjectKind.SCHEMA, QualifiedName.of(schema));
    }

    /** {@return the schemas to read} */
    Set<String> with(Set<String> known) {
        Set<String> all = new LinkedHashSet<>(known);
        if (dropped) {
            all.addAll(names);
        }
        return all;
    }

    /** {@return these without the schemas that hold something which is not compared: they cannot be dropped} */
    OtherSchemas withoutHeld(DatabaseSchema database, ComparisonRequest request) {
        ObjectFilter filter = ObjectFilter.DEFAULT.without(request.settings().exclude());
        Set<String> held = new LinkedHashSet<>();
        database.objects().stream()
                .map(SchemaObject::key)
                .filter(key -> key.schema() != null && !filter.admits(key))
                .forEach(key -> held.add(Objects.requireNonNull(key.schema())));
        database.others().stream()
                .filter(key -> key.schema() != null)
                .forEach(key -> held.add(Objects.requireNonNull(key.schema())));
        return new OtherSchemas(
                names.stream().filter(name -> !held.contains(name)).toList(), dropped);
    }

    /** {@return the difference with those that are kept} */
    Difference listedIn(Difference difference) {
        if (dropped || names.isEmpty()) {
            return difference;
        }
        List<ObjectKey> unknown = new ArrayList<>(difference.unknown());
        names.stream().map(OtherSchemas::key).forEach(unknown::add);
        return new Difference(
                difference.upgrade(),
                difference.downgrade(),
                unknown,
                difference.unsettled(),
                difference.tolerated(),
                difference.marks());
    }
}
