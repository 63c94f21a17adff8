/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a mapping of classes that its DDL does not contain. Names without a schema are in the schema of the session.
 *
 * @param sequences which column the values of a sequence are for
 * @param fillings what the rows that exist get in a new column
 * @param ordinalEnums enum types whose order the classes state
 * @param explicitNames constraints and indexes whose names are stated; all other names are generated
 * @param columnOrder the columns of tables in the order of the classes
 * @param constants the names of the constants of the enum that a column is mapped to, in their order
 * @since 0.1
 */
public record MappingFacts(
        List<NumberedColumn> sequences,
        List<FilledColumn> fillings,
        Set<QualifiedName> ordinalEnums,
        Set<ObjectKey> explicitNames,
        Map<QualifiedName, List<String>> columnOrder,
        Map<ColumnName, List<String>> constants) {

    /** A mapping that knows nothing more. */
    public static final MappingFacts NONE =
            new MappingFacts(List.of(), List.of(), Set.of(), Set.of(), Map.of(), Map.of());

    /**
     * Copies everything.
     *
     * @param sequences which column the values of a sequence are for
     * @param fillings what the rows that exist get in a new column
     * @param ordinalEnums enum types whose order the classes state
     * @param explicitNames constraints and indexes whose names are stated; all other names are generated
     * @param columnOrder the columns of tables in the order of the classes
     * @param constants the names of the constants of the enum that a column is mapped to, in their order
     */
    public MappingFacts {
        sequences = List.copyOf(sequences);
        fillings = List.copyOf(fillings);
        ordinalEnums = Set.copyOf(ordinalEnums);
        explicitNames = Set.copyOf(explicitNames);
        columnOrder = Map.copyOf(columnOrder);
        constants = Map.copyOf(constants);
    }

    /**
     * A column whose values the application takes from a sequence.
     *
     * @param sequence the sequence
     * @param column the column
     */
    public record NumberedColumn(QualifiedName sequence, ColumnName column) {}

    /**
     * What the rows that exist get in a column when it is added.
     *
     * @param column the column
     * @param expression a constant as SQL
     * @param source why, for a comment: {@code as a new Order has}
     */
    public record FilledColumn(ColumnName column, String expression, String source) {}

    /**
     * {@return what both know}
     *
     * @param other the facts of another model, whose column order wins where both know one
     */
    public MappingFacts and(MappingFacts other) {
        List<NumberedColumn> bothSequences = new ArrayList<>(sequences);
        bothSequences.addAll(other.sequences);
        List<FilledColumn> bothFillings = new ArrayList<>(fillings);
        bothFillings.addAll(other.fillings);
        Set<QualifiedName> bothEnums = new LinkedHashSet<>(ordinalEnums);
        bothEnums.addAll(other.ordinalEnums);
        Set<ObjectKey> bothNames = new LinkedHashSet<>(explicitNames);
        bothNames.addAll(other.explicitNames);
        Map<QualifiedName, List<String>> bothOrders = new LinkedHashMap<>(columnOrder);
        bothOrders.putAll(other.columnOrder);
        Map<ColumnName, List<String>> bothConstants = new LinkedHashMap<>(constants);
        bothConstants.putAll(other.constants);
        return new MappingFacts(bothSequences, bothFillings, bothEnums, bothNames, bothOrders, bothConstants);
    }

    /**
     * {@return the same with every name in a schema}
     *
     * @param schema the schema for names without one; {@code null} leaves them without
     */
    public MappingFacts within(@Nullable String schema) {
        UnaryOperator<QualifiedName> in = name -> name.schema() == null ? new QualifiedName(schema, name.name()) : name;
        UnaryOperator<ColumnName> column = name -> new ColumnName(in.apply(name.table()), name.column());
        Set<QualifiedName> enums = new LinkedHashSet<>();
        ordinalEnums.forEach(type -> enums.add(in.apply(type)));
        Set<ObjectKey> names = new LinkedHashSet<>();
        explicitNames.forEach(key -> names.add(new ObjectKey(key.kind(), in.apply(key.name()), key.detail())));
        Map<QualifiedName, List<String>> orders = new LinkedHashMap<>();
        columnOrder.forEach((table, columns) -> orders.put(in.apply(table), columns));
        Map<ColumnName, List<String>> constantsWithin = new LinkedHashMap<>();
        constants.forEach((name, values) -> constantsWithin.put(column.apply(name), values));
        return new MappingFacts(
                sequences.stream()
                        .map(use -> new NumberedColumn(in.apply(use.sequence()), column.apply(use.column())))
                        .toList(),
                fillings.stream()
                        .map(filled ->
                                new FilledColumn(column.apply(filled.column()), filled.expression(), filled.source()))
                        .toList(),
                enums,
                names,
                orders,
                constantsWithin);
    }
}
