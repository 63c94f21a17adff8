/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.EnumType;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of partition keys and their types: PostgreSQL alters none of them while there is the table. */
public final class PartitionKeys {

    private final Map<QualifiedName, Set<String>> columns = new HashMap<>();
    private final Set<QualifiedName> types = new HashSet<>();
    private final Map<QualifiedName, ObjectKey> holders = new HashMap<>();

    public PartitionKeys(Lookup side) {
        for (Table table : side.schema().tables()) {
            if (table.partitionBy() != null) {
                Set<String> words = SqlText.words(table.partitionBy());
                table.columns().stream()
                        .filter(column -> words.contains(column.name()))
                        .forEach(column -> add(side, table, column));
            }
        }
        side.schema().others().stream()
                .filter(key -> key.kind() != ObjectKind.FOREIGN_TABLE)
                .forEach(holder -> side.dependencies().stream()
                        .filter(dependency -> dependency.dependent().equals(holder)
                                && dependency.needed().kind() == ObjectKind.TYPE)
                        .forEach(dependency ->
                                holders.putIfAbsent(dependency.needed().name(), holder)));
        Map<QualifiedName, Set<String>> ofPartitions = new HashMap<>();
        for (Table table : side.schema().tables()) {
            ofPartitions.put(table.name(), above(side, table));
        }
        columns.putAll(ofPartitions);
    }

    /** What cannot be altered in a table cannot be altered in its partitions. */
    private Set<String> above(Lookup side, Table table) {
        Set<String> all = new HashSet<>();
        for (Table owner = table; owner != null; owner = parent(side, owner)) {
            all.addAll(columns(owner.name()));
        }
        return all;
    }

    private static @Nullable Table parent(Lookup side, Table table) {
        return table.partitionOf() == null
                ? null
                : side.table(table.partitionOf().parent());
    }

    /** A column of a partition is its parent's. */
    private void add(Lookup side, Table table, Column column) {
        QualifiedName type = SqlText.qualified(column.type().sql());
        if (type != null) {
            types.add(type);
        }
        for (Table owner = table; owner != null; owner = parent(side, owner)) {
            columns.computeIfAbsent(owner.name(), name -> new HashSet<>()).add(column.name());
        }
    }

    /** {@return the columns of the key of a table, of the tables that it is a partition of, and of its partitions} */
    Set<String> columns(QualifiedName table) {
        return columns.getOrDefault(table, Set.of());
    }

    /** {@return the columns that a table is to have, with those of its key as they are; an altered one is reported} */
    List<Column> settled(Table wanted, Table there, Report report) {
        Set<String> keys = columns(there.name());
        List<Column> settled = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Column old =
                    keys.contains(column.name()) ? there.column(column.name()).orElse(null) : null;
            if (old != null && isAltered(old, column)) {
                report.column(old, column);
                settled.add(withTypeOf(old, column));
            } else {
                settled.add(column);
            }
        }
        for (Column old : there.columns()) {
            if (keys.contains(old.name()) && wanted.column(old.name()).isEmpty()) {
                report.column(old, null);
                settled.add(old);
            }
        }
        return settled;
    }

    private static boolean isAltered(Column from, Column to) {
        return ColumnChanges.isRetyped(from, to);
    }

    private static Column withTypeOf(Column old, Column wanted) {
        return wanted.withType(old.type()).withCollation(old.collation()).withValue(old.value());
    }

    /** {@return a cast, an operator or another object that needs a type and is not created again for another type} */
    public @Nullable ObjectKey holder(QualifiedName type) {
        return holders.get(type);
    }

    /** {@return the labels that an enum type can get: one that no other can replace keeps those that it has} */
    public EnumType settled(EnumType wanted, EnumType there) {
        boolean replaceable = !types.contains(there.name()) && !holders.containsKey(there.name());
        if (replaceable || TypeReplacement.isWithin(there.labels(), wanted.labels())) {
            return wanted;
        }
        List<String> labels = merged(there.labels(), wanted.labels());
        return new EnumType(wanted.name(), labels, wanted.grants(), wanted.comment());
    }

    private static List<String> merged(List<String> there, List<String> wanted) {
        List<String> labels = new ArrayList<>(there);
        int at = 0;
        for (String label : wanted) {
            int found = labels.indexOf(label);
            if (found < 0) {
                labels.add(at++, label);
            } else {
                at = Math.max(at, found + 1);
            }
        }
        return labels;
    }

    /** Hears what cannot be altered. */
    interface Report {
        /** A column of a partition key that is wanted with another type, or not at all. */
        void column(Column there, @Nullable Column wanted);
    }
}
