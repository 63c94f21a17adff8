/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.internal.diff.mapping.StatedRule;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.objects.ObjectStatement;
import dev.retort.model.ModelStatement;
import dev.retort.model.ObjectFile;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of a schema that object files state, or stated before, with the views and routines that need them. */
final class ObjectsOfFiles {

    private static final Set<ObjectKind> KINDS =
            Set.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FUNCTION, ObjectKind.PROCEDURE);

    private final DatabaseSchema schema;
    private final Lookup lookup;
    private final @Nullable String session;
    private final Set<QualifiedName> views = new HashSet<>();
    private final Set<QualifiedName> routines = new HashSet<>();
    private final Set<ObjectKey> others = new HashSet<>();
    private final Set<ObjectKey> removed = new HashSet<>();

    ObjectsOfFiles(
            DatabaseSchema schema, @Nullable String session, List<ObjectFile> files, Map<String, String> stated) {
        this.schema = schema;
        this.lookup = new Lookup(schema);
        this.session = session;
        files.forEach(file -> file.statements().forEach(this::add));
        stated.keySet().forEach(text -> StatedRule.objects(text, session).forEach(others::add));
        collect();
    }

    private void add(ModelStatement statement) {
        ObjectStatement read = new ObjectStatement(statement);
        String view = read.view();
        String routine = read.routine();
        String table = read.triggerTable();
        if (view != null) {
            views.add(name(view));
        } else if (routine != null) {
            routines.add(name(routine));
        } else if (table != null) {
            others.add(ObjectKey.of(
                    ObjectKind.TRIGGER, name(table), read.createdNames().get(0)));
        }
    }

    private QualifiedName name(String written) {
        List<String> parts = ObjectStatement.parts(written);
        return parts.size() == 1
                ? new QualifiedName(session, parts.get(0))
                : new QualifiedName(parts.get(0), parts.get(parts.size() - 1));
    }

    private void collect() {
        Deque<ObjectKey> queue = new ArrayDeque<>();
        schema.objects().stream().map(SchemaObject::key).filter(this::isStated).forEach(queue::add);
        while (!queue.isEmpty()) {
            ObjectKey key = queue.remove();
            if (removed.add(key)) {
                lookup.dependents(key).stream()
                        .map(lookup::owner)
                        .filter(owner -> KINDS.contains(owner.kind()))
                        .forEach(queue::add);
            }
        }
    }

    private boolean isStated(ObjectKey key) {
        return switch (key.kind()) {
            case VIEW, MATERIALIZED_VIEW -> views.contains(key.name()) || others.contains(key);
            case FUNCTION, PROCEDURE -> routines.contains(key.name()) || others.contains(key);
            default -> others.contains(key);
        };
    }

    /** {@return the schema without them} */
    DatabaseSchema removed() {
        return new DatabaseSchema(
                schema.namespaces(),
                schema.extensions(),
                schema.types(),
                schema.sequences(),
                schema.tables().stream().map(this::withoutTriggers).toList(),
                rest(schema.views()),
                rest(schema.routines()),
                rest(schema.defined()),
                schema.others(),
                schema.dependencies().stream()
                        .filter(dependency -> !removed.contains(lookup.owner(dependency.dependent()))
                                && !removed.contains(lookup.owner(dependency.needed())))
                        .toList());
    }

    private <T extends SchemaObject> List<T> rest(List<T> objects) {
        return objects.stream()
                .filter(object -> !removed.contains(object.key()))
                .toList();
    }

    private Table withoutTriggers(Table table) {
        return table.withTriggers(table.triggers().stream()
                .filter(trigger -> !others.contains(ObjectKey.of(ObjectKind.TRIGGER, table.name(), trigger.name())))
                .toList());
    }
}
