/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Indexes and keys of tables that are dropped, whose names something else needs before: tables are dropped at the end of a
 * script, so these get other names at its beginning.
 */
public final class DroppedIndexNames {

    private final Lookup from;
    private final Lookup to;
    private final List<AnnotatedOperation> changes = new ArrayList<>();
    private final Map<ObjectKey, ObjectKey> renamed = new HashMap<>();

    public DroppedIndexNames(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    /** {@return the schema under the names that it has after {@link #changes()}} */
    public Lookup schema() {
        List<Table> tables = from.schema().tables().stream().map(this::table).toList();
        if (changes.isEmpty()) {
            return from;
        }
        DatabaseSchema schema = from.schema();
        return new Lookup(schema.withTables(tables)
                .withDependencies(
                        schema.dependencies().stream().map(this::dependency).toList()));
    }

    /** {@return the renames; complete after {@link #schema()}} */
    public List<AnnotatedOperation> changes() {
        return changes;
    }

    private Table table(Table table) {
        boolean stays = to.table(table.name()) != null || to.relation(table.name()) != null;
        if (stays) {
            return table;
        }
        return table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint(table, constraint))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index(table, index))
                        .toList());
    }

    private Constraint constraint(Table table, Constraint constraint) {
        String name = constraint.name();
        boolean hasIndex = !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
        if (name == null || !hasIndex || !isWanted(table, name)) {
            return constraint;
        }
        return constraint.withName(rename(ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), name), table, name));
    }

    private Index index(Table table, Index index) {
        String name = index.name();
        if (name == null || !isWanted(table, name)) {
            return index;
        }
        return index.withName(rename(ObjectKey.of(ObjectKind.INDEX, table.name().sibling(name)), table, name));
    }

    private boolean isWanted(Table table, @Nullable String name) {
        return name != null && to.relation(table.name().sibling(name)) != null;
    }

    private String rename(ObjectKey key, Table table, String name) {
        String other = new SpareNames(from, to).of(table.name().sibling(name)).name();
        changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(key, other)));
        boolean part = key.kind() == ObjectKind.CONSTRAINT;
        renamed.put(
                key,
                part
                        ? ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), other)
                        : ObjectKey.of(ObjectKind.INDEX, table.name().sibling(other)));
        return other;
    }

    private Dependency dependency(Dependency dependency) {
        return new Dependency(
                renamed.getOrDefault(dependency.dependent(), dependency.dependent()),
                renamed.getOrDefault(dependency.needed(), dependency.needed()));
    }
}
