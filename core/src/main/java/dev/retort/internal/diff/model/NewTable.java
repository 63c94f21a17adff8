/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables and columns as a user would write them: without what PostgreSQL does by itself. */
public final class NewTable {

    private NewTable() {}

    /**
     * {@return the column with {@code serial} and identity in their short forms}
     *
     * @param other the existing schema: {@code serial} does not create a sequence that already exists
     */
    public static Column shortened(Table table, Column column, Lookup side, Lookup other) {
        Sequence owned = side.ownedBy(table.name(), column.name());
        if (owned != null && other.sequence(owned.name()) == null && Serial.isSerial(table, column, owned)) {
            return Serial.asSerial(column);
        }
        if (column.value() instanceof Identity identity) {
            Column shorter = column.withValue(Serial.shortened(identity, table, column));
            return NotNull.PLAIN.equals(column.notNull()) ? shorter.withNotNull(null) : shorter;
        }
        return column;
    }

    /** {@return the table with short columns, all else as it is} */
    public static Table shortened(Table table, Lookup side, Lookup other) {
        List<Column> columns = table.columns().stream()
                .map(column -> shortened(table, column, side, other))
                .toList();
        return withoutInherited(table, side).withColumns(columns);
    }

    /** {@return the table without what is made when everything it may need is there} */
    public static Table bare(Table table, Lookup side, Lookup other) {
        Table shorter = shortened(table, side, other);
        return shorter.withConstraints(shorter.constraints().stream()
                        .filter(constraint -> !isLate(table, constraint))
                        .toList())
                .withTriggers(List.of())
                .withPolicies(List.of());
    }

    /** {@return whether a constraint is added after all tables are made} */
    public static boolean isLate(Table table, Constraint constraint) {
        return constraint instanceof ForeignKey key && !key.referenced().equals(table.name());
    }

    /** A partition gets its parent's keys and indexes by itself. */
    private static Table withoutInherited(Table table, Lookup side) {
        Table parent = table.partitionOf() == null
                ? null
                : side.table(table.partitionOf().parent());
        if (parent == null) {
            return table;
        }
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> parent.constraints().stream().noneMatch(other -> sameMeaning(constraint, other)))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> parent.indexes().stream().noneMatch(other -> sameMeaning(index, other)))
                .toList();
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    /** {@return whether two constraints say the same under whatever names} */
    public static boolean sameMeaning(Constraint constraint, Constraint other) {
        return constraint.equals(other) || meaning(constraint).equals(meaning(other));
    }

    /** {@return a constraint without its name} */
    public static Constraint meaning(Constraint constraint) {
        return constraint.withName(null).withComment(null);
    }

    private static boolean sameMeaning(Index index, Index other) {
        return meaning(index).equals(meaning(other));
    }

    /** {@return an index without its name} */
    public static Index meaning(Index index) {
        return index.withName("").withComment(null);
    }

    /** {@return whether two names are the same, both given} */
    public static boolean sameName(@Nullable String name, @Nullable String other) {
        return name != null && Objects.equals(name, other);
    }
}
