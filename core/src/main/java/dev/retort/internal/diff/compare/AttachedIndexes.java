/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names and comments of the indexes of partitions that PostgreSQL makes with an index of the table above.
 *
 * <p>Where that index is built, the partition's own is created before it under its name: PostgreSQL attaches it instead of making
 * another. Where it stays, the partition's own is renamed.
 */
final class AttachedIndexes {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    AttachedIndexes(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
    }

    /** {@return what has to be created before an index or a constraint of a table, to be attached to it} */
    List<ObjectKey> before(QualifiedName table, @Nullable String name) {
        List<ObjectKey> keys = new ArrayList<>();
        for (Table partition : sides.to().schema().tables()) {
            if (partition.partitionOf() != null
                    && partition.partitionOf().parent().equals(table)) {
                for (AttachedIndex index : partition.attachedIndexes()) {
                    if (index.parent().equals(name)) {
                        if (!index.name().equals(usual(partition, index))) {
                            keys.add(key(partition, index));
                        }
                        keys.addAll(before(partition.name(), index.name()));
                    }
                }
            }
        }
        return keys;
    }

    /** {@return whether an index or a constraint of a table stays as it is and is attached to one that is built} */
    boolean keeps(Table to, @Nullable String name) {
        Table from = sides.from().table(to.name());
        AttachedIndex attached = named(to, name);
        Object wanted = attached == null ? null : definition(sides.to(), to.name(), attached.name());
        return from != null && wanted != null && wanted.equals(own(from, name));
    }

    /** {@return whether the script makes an index, attached or not} */
    boolean isBuilt(QualifiedName table, String name) {
        return made(table, name).stream().anyMatch(steps::builds);
    }

    /** {@return what makes an index: itself or its constraint, or that which it is attached to} */
    List<ObjectKey> made(QualifiedName table, String name) {
        Table to = sides.to().table(table);
        AttachedIndex attached = to == null ? null : named(to, name);
        return to == null || attached == null || to.partitionOf() == null
                ? List.of(
                        ObjectKey.of(ObjectKind.INDEX, table.sibling(name)),
                        ObjectKey.of(ObjectKind.CONSTRAINT, table, name))
                : made(to.partitionOf().parent(), attached.parent());
    }

    /** Compares those of a partition, after the steps of all indexes and constraints. */
    void compare(Table to) {
        for (AttachedIndex index : to.attachedIndexes()) {
            if (to.partitionOf() != null && definition(sides.to(), to.name(), index.name()) != null) {
                compare(to, index);
            }
        }
    }

    private void compare(Table to, AttachedIndex index) {
        Table from = sides.from().table(to.name());
        boolean built = isBuilt(to.name(), index.name());
        boolean retyped = isRetyped(to, index);
        AttachedIndex before = from == null || built ? null : counterpart(from, to, index);
        String name = before == null || retyped ? usual(to, index) : before.name();
        boolean created = built && !keeps(to, index.name()) && !name.equals(index.name());
        if (created) {
            create(to, index);
        }
        if (!built && (from == null || before != null) && !name.equals(index.name())) {
            rename(to, name, index, from != null && !retyped);
        }
        String comment = before == null || retyped ? null : before.comment();
        if (!Objects.equals(comment, index.comment()) && !keeps(to, index.name())) {
            ObjectKey key = indexKey(to, index.name());
            List<ObjectKey> needs = new ArrayList<>(created ? List.of() : made(to.name(), index.name()));
            needs.add(to.key());
            steps.add(Rank.OWNERSHIP, key, CommentAndGrantComparison.comment(key, comment, index.comment()), needs);
        }
    }

    /** With a column of another type PostgreSQL makes the indexes of partitions again, under its own names. */
    private boolean isRetyped(Table to, AttachedIndex index) {
        Object definition = definition(sides.to(), to.name(), index.name());
        Set<String> columns = definition instanceof Index above
                ? PartColumns.columns(above)
                : PartColumns.columns((Constraint) Objects.requireNonNull(definition));
        return columns.stream().anyMatch(column -> recreated.isRetyped(to.name(), column));
    }

    private void create(Table to, AttachedIndex index) {
        Object definition = definition(sides.to(), to.name(), index.name());
        List<ObjectKey> needs = new ArrayList<>(before(to.name(), index.name()));
        needs.add(to.key());
        AnnotatedOperation change = AnnotatedOperation.of(
                definition instanceof Index made
                        ? CreateIndex.of(to.name(), made.withName(index.name()))
                        : new AddConstraint(
                                to.name(), ((Constraint) Objects.requireNonNull(definition)).withName(index.name())));
        steps.add(definition instanceof Index ? Rank.INDEX : Rank.CONSTRAINT, key(to, index), change, needs);
    }

    private void rename(Table to, String name, AttachedIndex index, boolean isThere) {
        ObjectKey key = indexKey(to, name);
        boolean early = isThere && sides.from().relation(to.name().sibling(index.name())) == null;
        steps.add(
                early ? Rank.RENAME : Rank.INDEX,
                key,
                AnnotatedOperation.of(new Rename(key, index.name())),
                List.of(to.key()));
    }

    /** {@return the same one before: of that name, or attached to what became the same above} */
    private @Nullable AttachedIndex counterpart(Table from, Table to, AttachedIndex index) {
        AttachedIndex same = named(from, index.name());
        if (same != null) {
            return same;
        }
        Object wanted = definition(sides.to(), to.name(), index.name());
        return from.attachedIndexes().stream()
                .filter(other -> named(to, other.name()) == null)
                .filter(other -> other.parent().equals(index.parent())
                        || Objects.equals(wanted, definition(sides.from(), from.name(), other.name())))
                .findFirst()
                .orElse(null);
    }

    /** {@return what an index of a table says without its name} */
    private static @Nullable Object definition(Lookup side, QualifiedName table, String name) {
        Table owner = side.table(table);
        AttachedIndex attached = owner == null ? null : named(owner, name);
        if (owner == null || attached == null) {
            return owner == null ? null : own(owner, name);
        }
        return owner.partitionOf() == null
                ? null
                : definition(side, owner.partitionOf().parent(), attached.parent());
    }

    private static @Nullable Object own(Table table, @Nullable String name) {
        for (Index index : table.indexes()) {
            if (NewTable.sameName(index.name(), name)) {
                return NewTable.meaning(index);
            }
        }
        return table.constraints().stream()
                .filter(constraint -> NewTable.sameName(constraint.name(), name))
                .map(NewTable::meaning)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable AttachedIndex named(Table table, @Nullable String name) {
        return table.attachedIndexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String usual(Table table, AttachedIndex index) {
        return index.usualName(table.name().name());
    }

    private ObjectKey key(Table partition, AttachedIndex index) {
        return definition(sides.to(), partition.name(), index.name()) instanceof Constraint
                ? ObjectKey.of(ObjectKind.CONSTRAINT, partition.name(), index.name())
                : indexKey(partition, index.name());
    }

    private static ObjectKey indexKey(Table table, String name) {
        return ObjectKey.of(ObjectKind.INDEX, table.name().sibling(name));
    }
}
