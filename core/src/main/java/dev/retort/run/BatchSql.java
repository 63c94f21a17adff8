/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.migration.Batches;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of batches. Keys travel as the text of an array of texts, whatever their types.
 *
 * @param batches what is changed
 * @param key the key's columns, quoted, separated by commas
 * @param texts an array of the key's values as texts
 * @param given the key's values from such an array, typed
 */
record BatchSql(Batches batches, String key, String texts, String given) {

    private static final String TYPES = """
            SELECT format_type(a.atttypid, a.atttypmod)
            FROM unnest(?::text[]) WITH ORDINALITY AS k (name, position)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = to_regclass(?) AND a.attname = k.name AND a.attnum > 0
            ORDER BY k.position
            """;

    /** {@return the change as one statement: what all batches do together} */
    static String whole(Batches batches) {
        String condition = batches.condition();
        return change(batches) + (condition == null ? "" : " WHERE " + condition);
    }

    private static String change(Batches batches) {
        String assignments = batches.assignments();
        return assignments == null
                ? "DELETE FROM " + table(batches.table())
                : "UPDATE " + table(batches.table()) + " SET " + assignments;
    }

    private static String table(QualifiedName name) {
        return Identifiers.quote(name.schema(), name.name());
    }

    /** Looks up the types of the key's columns. */
    static List<String> keyTypes(Batches batches, MigrationConnection connection) throws SQLException {
        List<String> types = connection.query(TYPES, row -> row.getString(1), batches.key(), table(batches.table()));
        if (types.size() != batches.key().size()) {
            throw new RetortException(
                    "The batches of " + batches.table() + " cannot be made.",
                    "There is no such table, or it lacks one of the columns " + String.join(", ", batches.key()) + ".",
                    "Name an existing table and the columns of a unique key.");
        }
        return types;
    }

    static BatchSql of(Batches batches, List<String> types) {
        List<String> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String column = Identifiers.quote(batches.key().get(i));
            columns.add(column);
            texts.add(column + "::text");
            given.add("(?::text[])[" + (i + 1) + "]::" + types.get(i));
        }
        return new BatchSql(
                batches,
                String.join(", ", columns),
                "ARRAY[" + String.join(", ", texts) + "]::text",
                String.join(", ", given));
    }

    /**
     * Finds where the next batch ends.
     *
     * @param after the key that the last batch ended with; {@code null} before the first
     * @param keys how many keys it spans at most
     * @return its last key; {@code null} when none is left
     */
    @Nullable
    String lastKey(MigrationConnection connection, @Nullable String after, int keys) throws SQLException {
        String sql = "SELECT last FROM (SELECT " + texts + " AS last, row_number() OVER (ORDER BY " + key + ") AS place"
                + " FROM (SELECT " + key + " FROM " + table(batches.table())
                + (after == null ? "" : " WHERE " + beyond())
                + " ORDER BY " + key + " LIMIT " + keys + ") AS batch) AS numbered ORDER BY place DESC LIMIT 1";
        List<String> found = connection.query(sql, row -> row.getString(1), parameters(after, null));
        return found.isEmpty() ? null : found.get(0);
    }

    /** Changes the rows between two keys. */
    long change(MigrationConnection connection, @Nullable String after, String last) throws SQLException {
        String condition = batches.condition();
        String sql = change(batches) + " WHERE " + (after == null ? "" : beyond() + " AND ") + "(" + key + ") <= ("
                + given + ")" + (condition == null ? "" : " AND (" + condition + ")");
        return connection.update(sql, parameters(after, last));
    }

    private String beyond() {
        return "(" + key + ") > (" + given + ")";
    }

    private @Nullable Object[] parameters(@Nullable String after, @Nullable String last) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (String bound : new @Nullable String[] {after, last}) {
            for (int i = 0; bound != null && i < batches.key().size(); i++) {
                parameters.add(bound);
            }
        }
        return parameters.toArray();
    }
}
