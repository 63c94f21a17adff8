/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.alembic;

import dev.retort.internal.imports.RevisionPlace;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision as Alembic has read and rendered it.
 *
 * @param id its id
 * @param place its place in the graph
 * @param message the first paragraph of its text, on one line
 * @param path its file
 * @param context what env.py sets
 * @param upgrade its upgrade
 * @param downgrade its downgrade
 */
record AlembicRevision(
        String id, RevisionPlace place, String message, String path, Context context, Way upgrade, Way downgrade) {

    private static final int FIELDS = 13;

    /**
     * What env.py sets.
     *
     * @param dialect the dialect of its URL
     * @param table the version table
     * @param schema the schema of the version table; empty for none
     */
    record Context(String dialect, String table, String schema) {}

    /**
     * One way of a revision.
     *
     * @param sql its statements
     * @param failure why it cannot be rendered; empty when it is
     */
    record Way(String sql, String failure) {

        /** An autocommit block ends the transaction around it and begins the next one. */
        boolean hasAutocommit() {
            return sql.lines().anyMatch("COMMIT;"::equals);
        }

        /** {@return the statements, with the transactions of a revision that has autocommit blocks} */
        String text() {
            String text = sql.strip();
            if (hasAutocommit()) {
                text = text.startsWith("COMMIT;") ? text.substring("COMMIT;".length()) : "BEGIN;\n\n" + text;
                text = text.endsWith("BEGIN;")
                        ? text.substring(0, text.length() - "BEGIN;".length())
                        : text + "\n\nCOMMIT;";
            }
            return text.isBlank() ? "" : text.strip() + "\n";
        }
    }

    /** {@return the revisions that the script export.py wrote} */
    static List<AlembicRevision> parse(String exported) {
        String[] fields = exported.split("\0", -1);
        List<AlembicRevision> revisions = new ArrayList<>();
        for (int i = 0; i + FIELDS <= fields.length; i += FIELDS) {
            revisions.add(new AlembicRevision(
                    fields[i],
                    new RevisionPlace(names(fields[i + 1]), names(fields[i + 2]), names(fields[i + 3])),
                    fields[i + 4],
                    fields[i + 5],
                    new Context(fields[i + 6], fields[i + 7], fields[i + 8]),
                    new Way(fields[i + 9], fields[i + 10]),
                    new Way(fields[i + 11], fields[i + 12])));
        }
        return revisions;
    }

    private static List<String> names(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(","));
    }
}
