/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.schema.part.DataType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a mapping that begin or cease to be large objects, as {@code @Lob} is mapped. PostgreSQL casts the number of
 * the object, never its content.
 */
final class LargeObjects {

    private static final String NUMBER = "oid";
    private static final String BYTES = "bytea";

    private LargeObjects() {}

    /** {@return the changes, in which such a column keeps its content} */
    static List<AnnotatedOperation> kept(List<AnnotatedOperation> changes) {
        return changes.stream().map(LargeObjects::kept).toList();
    }

    private static AnnotatedOperation kept(AnnotatedOperation change) {
        if (!(change.operation() instanceof AlterColumnType type) || type.from() == null) {
            return change;
        }
        DataType from = type.from().type();
        DataType to = type.to().type();
        String using = using(type.column(), from, to);
        if (using == null) {
            return change;
        }
        String back = using(type.column(), to, from);
        String note = to.sql().equals(NUMBER) ? Notes.becomesLargeObject() : Notes.wasLargeObject();
        return new AnnotatedOperation(
                new AlterColumnType(type.table(), type.column(), type.from(), type.to(), using, back), List.of(note));
    }

    private static @Nullable String using(String column, DataType from, DataType to) {
        String value = Identifiers.quote(column);
        if (to.sql().equals(NUMBER)) {
            return from.sql().equals(BYTES)
                    ? "lo_from_bytea(0, " + value + ")"
                    : isText(from) ? "lo_from_bytea(0, convert_to(" + value + ", 'UTF8'))" : null;
        }
        if (from.sql().equals(NUMBER)) {
            return to.sql().equals(BYTES)
                    ? "lo_get(" + value + ")"
                    : isText(to) ? "convert_from(lo_get(" + value + "), 'UTF8')" : null;
        }
        return null;
    }

    private static boolean isText(DataType type) {
        return type.sql().equals("text") || type.sql().startsWith("character varying");
    }
}
