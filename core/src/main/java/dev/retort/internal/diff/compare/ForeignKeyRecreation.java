/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.model.Storage;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys that must be dropped and created again, because a column of them or the referenced key is.
 */
final class ForeignKeyRecreation {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final Casts casts;

    ForeignKeyRecreation(ComparedSchemas sides, RecreatedObjects recreated) {
        this.sides = sides;
        this.recreated = recreated;
        this.casts = new Casts(sides.from(), sides.to());
    }

    boolean mustBeRecreated(QualifiedName table, Constraint constraint) {
        if (!(constraint instanceof ForeignKey key)) {
            return false;
        }
        return changesAtEnd(table, key.columns())
                || changesAtEnd(key.referenced(), key.referencedColumns())
                || losesItsKey(key);
    }

    /** {@return whether a foreign key has to go before its table does: what it refers to stays and loses the key} */
    boolean isDroppedFirst(QualifiedName table, Constraint constraint) {
        return constraint instanceof ForeignKey key
                && !key.referenced().equals(table)
                && sides.to().table(key.referenced()) != null
                && (changesAtEnd(key.referenced(), key.referencedColumns()) || losesItsKey(key));
    }

    private boolean changesAtEnd(QualifiedName name, List<String> columns) {
        Table from = sides.from().table(name);
        Table to = sides.to().table(name);
        return from == null || to == null || columns.stream().anyMatch(column -> changes(from, to, column));
    }

    private boolean changes(Table from, Table to, String name) {
        Column column = from.column(name).orElse(null);
        Column wanted = to.column(name).orElse(null);
        return column == null
                || wanted == null
                || recreated.isReplaced(to.name(), name)
                || !casts.areComparable(column.type(), wanted.type())
                || !Objects.equals(column.collation(), wanted.collation());
    }

    /** A foreign key depends on one unique key or index over its columns; the catalog does not say which. */
    private boolean losesItsKey(ForeignKey key) {
        return losesKey(key.referenced(), new HashSet<>(key.referencedColumns()));
    }

    /** The key of a partition may be attached to that of the table above. */
    private boolean losesKey(QualifiedName table, Set<String> columns) {
        Table from = sides.from().table(table);
        Table to = sides.to().table(table);
        if (from == null || to == null) {
            return true;
        }
        boolean constraintGoes = from.constraints().stream()
                .filter(constraint -> columns.equals(keyColumns(constraint)))
                .anyMatch(constraint -> !stays(from, to, constraint));
        boolean indexGoes = from.indexes().stream()
                .filter(index -> index.unique() && columns.equals(PartColumns.columns(index)))
                .anyMatch(index -> !stays(index, to));
        return constraintGoes
                || indexGoes
                || (from.partitionOf() != null && losesKey(from.partitionOf().parent(), columns));
    }

    private static @Nullable Set<String> keyColumns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Set.copyOf(key.columns());
        }
        return constraint instanceof Unique unique ? Set.copyOf(unique.columns()) : null;
    }

    private boolean stays(Table from, Table to, Constraint constraint) {
        boolean again = constraint.name() == null
                || recreated.contains(ObjectKey.of(ObjectKind.CONSTRAINT, from.name(), constraint.name()));
        boolean renamedInPlace = to.constraints().stream()
                .filter(other -> Storage.without(other).equals(Storage.without(constraint)))
                .anyMatch(other -> NewTable.sameName(other.name(), constraint.name())
                        || (other.name() != null
                                && sides.from().relation(to.name().sibling(other.name())) == null));
        return !again && renamedInPlace;
    }

    private boolean stays(Index index, Table to) {
        return to.indexes().stream()
                .filter(other -> NewTable.meaning(other).equals(NewTable.meaning(index)))
                .anyMatch(other -> NewTable.sameName(other.name(), index.name())
                        || (other.name() != null
                                && sides.from().relation(to.name().sibling(other.name())) == null));
    }
}
