/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.AssignedColumns;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.migration.Batches;
import dev.retort.schema.name.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of batches. It has no parameters, so that a {@code ?} in it is the operator that it looks like.
 *
 * @param batches what is changed
 * @param change the statement without its condition
 * @param condition which rows, without a comment at its end; {@code null} for all
 * @param whole what all batches do together, as one statement
 */
public record BatchSql(
        Batches batches, String change, @Nullable String condition, SqlStatement whole) {

    /**
     * {@return the SQL of batches}
     *
     * @param line the line of the code
     */
    public static BatchSql of(Batches batches, CodeContext context, CodeLine line) {
        String assignments = batches.assignments();
        if (assignments != null) {
            requireKeyUntouched(batches, assignments, line);
        }
        String change = assignments == null
                ? "DELETE FROM " + table(batches)
                : "UPDATE " + table(batches) + " SET " + context.piece(assignments, line);
        String written = batches.condition();
        String condition = written == null ? null : context.piece(written, line);
        String whole = change + (condition == null ? "" : " WHERE " + condition);
        return new BatchSql(batches, change, condition, context.one(whole, line, true));
    }

    /** A row whose key grows comes by again, and again. */
    private static void requireKeyUntouched(Batches batches, String assignments, CodeLine line) {
        Set<String> assigned = AssignedColumns.of(assignments);
        String both = batches.key().stream().filter(assigned::contains).collect(Collectors.joining(", "));
        if (!both.isEmpty()) {
            throw new RetortException(
                    "The batches at " + line + " change " + both + ", the key whose order they follow.",
                    "A row whose key grows is in a later batch again, so that it is changed twice and the batches may"
                            + " not end.",
                    "Name other columns as the key, or change the key with op.execute(...).");
        }
    }

    /** {@return the table as SQL} */
    static String table(Batches batches) {
        QualifiedName name = batches.table();
        return Identifiers.quote(name.schema(), name.name());
    }

    /** {@return the change of the rows between two keys, the first excluded; {@code null} for no bound there} */
    public String between(BatchKey key, @Nullable String after, String last) {
        return change + " WHERE " + (after == null ? "" : key.beyond(after) + " AND ") + key.upTo(last)
                + (condition == null ? "" : " AND (" + condition + ")");
    }
}
