/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.schema.name.QualifiedName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relation as the catalog has it at one moment.
 *
 * @param oid its OID
 * @param name its name with its schema
 * @param kind {@code relkind}: {@code r}, {@code p}, {@code i}, {@code I}, {@code v}, {@code m}, {@code S}, ...
 * @param file its file number; 0 for none
 * @param parent the OID of the table of which it is a partition or child; 0 for none
 * @param partition whether it is a partition
 * @param replicaIdentity {@code d}, {@code n}, {@code f} or {@code i}
 * @param privileges its privileges as text; {@code null} for the default
 * @param comment its comment; {@code null} for none
 * @param index what it is as an index; {@code null} for none
 * @param columns its columns by number
 * @param constraints its constraints by OID
 * @param filters its triggers, rules and policies
 */
public record RelationFacts(
        long oid,
        QualifiedName name,
        char kind,
        long file,
        long parent,
        boolean partition,
        char replicaIdentity,
        @Nullable String privileges,
        @Nullable String comment,
        @Nullable IndexFacts index,
        Map<Integer, ColumnFacts> columns,
        Map<Long, ConstraintFacts> constraints,
        RowFilters filters) {

    /** Copies the maps. */
    public RelationFacts {
        columns = Map.copyOf(columns);
        constraints = Map.copyOf(constraints);
    }

    /** {@return whether it or its partitions have rows} */
    public boolean isTable() {
        return kind == 'r' || kind == 'p' || kind == 'm';
    }

    /** {@return whether it is an index, a partitioned one too} */
    public boolean isIndex() {
        return index != null;
    }

    /** {@return whether it is a view, a materialized one too} */
    public boolean isView() {
        return kind == 'v' || kind == 'm';
    }

    /** {@return its primary key} */
    public Optional<ConstraintFacts> primaryKey() {
        return constraints.values().stream().filter(one -> one.type() == 'p').findFirst();
    }

    /** {@return the name of a column} */
    public String column(int number) {
        ColumnFacts column = columns.get(number);
        return column == null ? "" : column.name();
    }

    /** {@return the name with its schema} */
    @Override
    public String toString() {
        return name.toString();
    }
}
