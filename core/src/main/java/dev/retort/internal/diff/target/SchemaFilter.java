/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.diff.ObjectFilter;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Leaves out of a schema what is not compared. */
public final class SchemaFilter {

    private final ObjectFilter filter;

    public SchemaFilter(ObjectFilter filter) {
        this.filter = filter;
    }

    public DatabaseSchema filtered(DatabaseSchema schema) {
        return new DatabaseSchema(
                schema.namespaces().stream().filter(this::isNotExcluded).toList(),
                schema.extensions().stream().filter(this::isNotExcluded).toList(),
                admitted(schema.types()),
                schema.sequences().stream().filter(this::admitsSequence).toList(),
                admitted(schema.tables()).stream().map(this::parts).toList(),
                admitted(schema.views()).stream().map(this::parts).toList(),
                admitted(schema.routines()),
                admitted(schema.defined()),
                schema.others().stream().filter(filter::admits).toList(),
                schema.dependencies());
    }

    /** Schemas and extensions hold others: they are left out only by name. */
    private boolean isNotExcluded(SchemaObject object) {
        return filter.admitsPart(object.key());
    }

    private <T extends SchemaObject> List<T> admitted(List<T> objects) {
        return objects.stream().filter(object -> filter.admits(object.key())).toList();
    }

    /** An owned sequence is included if its table is. */
    private boolean admitsSequence(Sequence sequence) {
        ColumnName owner = sequence.ownedBy();
        ObjectKey key = owner == null ? sequence.key() : ObjectKey.of(ObjectKind.TABLE, owner.table());
        return filter.admits(key) && filter.admitsPart(sequence.key());
    }

    private Table parts(Table table) {
        if (!filter.concernsParts()) {
            return table;
        }
        QualifiedName name = table.name();
        return table.withColumns(parts(table.columns(), column -> part(ObjectKind.COLUMN, name, column.name())))
                .withConstraints(parts(
                        table.constraints(),
                        constraint ->
                                part(ObjectKind.CONSTRAINT, name, Objects.requireNonNullElse(constraint.name(), ""))))
                .withIndexes(parts(
                        table.indexes(),
                        index -> part(ObjectKind.INDEX, name, Objects.requireNonNullElse(index.name(), ""))))
                .withTriggers(parts(table.triggers(), trigger -> part(ObjectKind.TRIGGER, name, trigger.name())))
                .withPolicies(parts(table.policies(), policy -> part(ObjectKind.POLICY, name, policy.name())));
    }

    private SchemaObject parts(SchemaObject object) {
        if (!(object instanceof MaterializedView view) || !filter.concernsParts()) {
            return object;
        }
        return new MaterializedView(
                view.name(),
                view.columns(),
                view.query(),
                parts(
                        view.indexes(),
                        index -> part(ObjectKind.INDEX, view.name(), Objects.requireNonNullElse(index.name(), ""))),
                view.parameters(),
                view.tablespace(),
                view.populated(),
                view.grants(),
                view.comment());
    }

    private <T> List<T> parts(List<T> parts, Function<T, ObjectKey> key) {
        return parts.stream().filter(part -> filter.admitsPart(key.apply(part))).toList();
    }

    private static ObjectKey part(ObjectKind kind, QualifiedName table, String name) {
        return ObjectKey.of(kind, table, name);
    }
}
