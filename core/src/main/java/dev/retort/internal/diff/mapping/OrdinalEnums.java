/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Columns of enums, or of arrays of enums, that change between the numbers of the constants and their names, or between a
 * constant and an array: PostgreSQL has no cast for the one, and casts the other by its text.
 */
final class OrdinalEnums {

    private final Map<ColumnName, List<String>> constants;

    /**
     * Prepares the conversions.
     *
     * @param constants the names of the constants of the enum that a column is mapped to, in their order
     */
    OrdinalEnums(Map<ColumnName, List<String>> constants) {
        this.constants = constants;
    }

    /** {@return the changes, in which such a column keeps its constants} */
    List<AnnotatedOperation> kept(List<AnnotatedOperation> changes) {
        return changes.stream().map(this::kept).toList();
    }

    private AnnotatedOperation kept(AnnotatedOperation change) {
        if (!(change.operation() instanceof AlterColumnType type) || type.from() == null) {
            return change;
        }
        List<String> names = constants.getOrDefault(new ColumnName(type.table(), type.column()), List.of());
        DataType from = type.from().type();
        DataType to = type.to().type();
        if (names.isEmpty() || !isConverted(from, to)) {
            return change;
        }
        List<String> notes = new ArrayList<>();
        if (isNumber(from) != isNumber(to)) {
            notes.add(Notes.enumIsConverted(names));
        }
        if (isArray(from) && !isArray(to)) {
            notes.addAll(Notes.onlyElementIsKept());
        }
        return new AnnotatedOperation(
                new AlterColumnType(
                        type.table(),
                        type.column(),
                        type.from(),
                        type.to(),
                        using(type.column(), names, from, to),
                        using(type.column(), names, to, from)),
                notes);
    }

    /** {@return whether PostgreSQL does not convert the constants of an enum between these types} */
    static boolean isConverted(DataType from, DataType to) {
        boolean isStoredInAnotherWay = isNumber(from) != isNumber(to) || isArray(from) != isArray(to);
        return isStoredInAnotherWay && !isDocument(from) && !isDocument(to);
    }

    private static boolean isDocument(DataType type) {
        return type.sql().matches("jsonb?|xml|bytea|oid");
    }

    /** A value that is no constant is cast by its text, which fails where the new type or its check refuses it. */
    static String using(String column, List<String> names, DataType from, DataType to) {
        boolean isRenamed = isNumber(from) != isNumber(to);
        String value = Identifiers.quote(column);
        if (isArray(from) && isArray(to)) {
            return cast(replaced(value + "::text[]", names, isNumber(to)), to);
        }
        String text = isArray(from) ? Casts.onlyElement(column) : value + "::text";
        String constant = isRenamed ? "(" + constant(text, names, isNumber(to)) + ")" : text;
        return cast(isArray(to) ? "(" + Casts.arrayOf(column, constant) + ")" : constant, to);
    }

    private static String constant(String text, List<String> names, boolean toNumbers) {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = Identifiers.literal(names.get(i));
            cases.add(toNumbers ? "WHEN " + name + " THEN '" + i + "'" : "WHEN '" + i + "' THEN " + name);
        }
        return "CASE " + text + " " + String.join(" ", cases) + " ELSE " + text + " END";
    }

    private static String replaced(String array, List<String> names, boolean toNumbers) {
        String replaced = array;
        for (int i = 0; i < names.size(); i++) {
            String name = Identifiers.literal(names.get(i));
            String number = "'" + i + "'";
            replaced = "array_replace(" + replaced + ", " + (toNumbers ? name : number) + ", "
                    + (toNumbers ? number : name) + ")";
        }
        return replaced;
    }

    /** A cast to a text with a length would cut the value off, an assignment refuses it. */
    private static String cast(String text, DataType to) {
        return isText(to) ? text : text + "::" + to.sql();
    }

    private static boolean isText(DataType type) {
        return type.sql().matches("(text|character varying(\\(\\d+\\))?)(\\[\\])?");
    }

    static boolean isNumber(DataType type) {
        return type.sql().matches("(smallint|integer|bigint)(\\[\\])?");
    }

    static boolean isArray(DataType type) {
        return type.sql().endsWith("[]");
    }
}
