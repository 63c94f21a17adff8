/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Notes;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys that must be dropped and created again, because a column of them or the key that they use is.
 */
final class ForeignKeyRecreation {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final Set<ObjectKey> dropped;
    private final Casts casts;

    /**
     * Creates the rule.
     *
     * @param dropped the constraints and indexes that the script drops
     */
    ForeignKeyRecreation(ComparedSchemas sides, RecreatedObjects recreated, Set<ObjectKey> dropped) {
        this.sides = sides;
        this.recreated = recreated;
        this.dropped = dropped;
        this.casts = new Casts(sides.from(), sides.to());
    }

    boolean mustBeRecreated(QualifiedName table, Constraint constraint) {
        if (!(constraint instanceof ForeignKey key)) {
            return false;
        }
        return changesAtEnd(table, key.columns())
                || changesAtEnd(key.referenced(), key.referencedColumns())
                || lostKey(table, key) != null;
    }

    /** {@return why a foreign key that stays as it is has to be recreated, if the reason is its key} */
    List<String> reasons(QualifiedName table, Constraint from, Constraint to) {
        String lost = from instanceof ForeignKey key ? lostKey(table, key) : null;
        return lost != null && to instanceof ForeignKey key
                ? List.of(Notes.losesItsKey(table, key.referenced(), lost, key.validated() && key.enforced()))
                : List.of();
    }

    /** {@return whether a foreign key has to go before its table does: what it refers to stays and loses the key} */
    boolean isDroppedFirst(QualifiedName table, Constraint constraint) {
        return constraint instanceof ForeignKey key
                && !key.referenced().equals(table)
                && sides.to().table(key.referenced()) != null
                && (changesAtEnd(key.referenced(), key.referencedColumns()) || lostKey(table, key) != null);
    }

    /** What neither side has is not compared, such as a table of another schema or an excluded column: it does not change. */
    private boolean changesAtEnd(QualifiedName name, List<String> columns) {
        Table from = sides.from().table(name);
        Table to = sides.to().table(name);
        if (from == null || to == null) {
            return (from == null) != (to == null);
        }
        return columns.stream().anyMatch(column -> changes(from, to, column));
    }

    private boolean changes(Table from, Table to, String name) {
        Column column = from.column(name).orElse(null);
        Column wanted = to.column(name).orElse(null);
        if (column == null || wanted == null) {
            return (column == null) != (wanted == null);
        }
        return recreated.isReplaced(to.name(), name)
                || !casts.areComparable(column.type(), wanted.type())
                || !Objects.equals(column.collation(), wanted.collation());
    }

    private @Nullable String lostKey(QualifiedName table, ForeignKey key) {
        return usedKeys(table, key)
                .filter(dropped::contains)
                .findFirst()
                .map(lost -> lost.kind() == ObjectKind.INDEX ? lost.name().name() : lost.detail())
                .orElse(null);
    }

    /** {@return the key that a foreign key uses; where that is not known, as for one that only a mapping has, all that it may use} */
    private Stream<ObjectKey> usedKeys(QualifiedName table, ForeignKey key) {
        ObjectKey used = key.name() == null
                ? null
                : sides.from().usedKey(ObjectKey.of(ObjectKind.CONSTRAINT, table, key.name()));
        return used != null && exists(used)
                ? Stream.of(used)
                : keys(sides.from().table(key.referenced()), Set.copyOf(key.referencedColumns()));
    }

    private boolean exists(ObjectKey key) {
        boolean index = key.kind() == ObjectKind.INDEX;
        return sides.from().relation(index ? key.name() : key.name().sibling(key.detail())) != null;
    }

    /** {@return the keys over some columns; that of a partition may be attached to one of the table above} */
    private Stream<ObjectKey> keys(@Nullable Table table, Set<String> columns) {
        if (table == null) {
            return Stream.empty();
        }
        Stream<ObjectKey> constraints = table.constraints().stream()
                .filter(constraint -> constraint.name() != null && columns.equals(keyColumns(constraint)))
                .map(constraint -> ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), constraint.name()));
        Stream<ObjectKey> indexes = table.indexes().stream()
                .filter(index -> index.name() != null && index.unique() && columns.equals(keyColumns(index)))
                .map(index -> ObjectKey.of(ObjectKind.INDEX, table.name().sibling(index.name())));
        Stream<ObjectKey> above = table.partitionOf() == null
                ? Stream.empty()
                : keys(sides.from().table(table.partitionOf().parent()), columns);
        return Stream.of(constraints, indexes, above).flatMap(Function.identity());
    }

    private static @Nullable Set<String> keyColumns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Set.copyOf(key.columns());
        }
        return constraint instanceof Unique unique ? Set.copyOf(unique.columns()) : null;
    }

    private static Set<String> keyColumns(Index index) {
        return index.elements().stream()
                .map(IndexElement::column)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
