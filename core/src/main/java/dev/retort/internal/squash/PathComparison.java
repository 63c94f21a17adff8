/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares what two paths led to: the catalogs up to the order of columns, and the rows of every table. */
final class PathComparison {

    /** Types of values that are new with each run: the time, and random identifiers. */
    private static final Pattern OF_EACH_RUN =
            Pattern.compile(".* (timestamp with(out)? time zone|date|time with(out)? time zone|uuid)");

    private final PathState wanted;
    private final PathState found;
    private final List<String> schema = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Compares.
     *
     * @param wanted what the replaced revisions led to
     * @param found what the squashed one led to
     * @param version the server that both ran on
     */
    PathComparison(PathState wanted, PathState found, ServerVersion version) {
        this.wanted = wanted;
        this.found = found;
        compareSchemas(version);
        compareRows();
    }

    /** {@return the differences of the catalogs, one line each} */
    List<String> schema() {
        return schema;
    }

    /** {@return the differences of the rows, one line each} */
    List<String> rows() {
        return rows;
    }

    /** {@return what differs with each run, whichever path it takes} */
    List<String> notes() {
        return notes;
    }

    private void compareSchemas(ServerVersion version) {
        DiffSettings settings = DiffSettings.of(version).withDropUnknown(true);
        Difference difference = new SchemaDiff(settings).between(found.schema(), wanted.schema());
        difference.operations().stream().map(Operation::describe).forEach(schema::add);
        schema.addAll(difference.unsettled());
        difference.unknown().forEach(key -> schema.add(key + " is only in one of the two"));
        if (!new HashSet<>(found.defaults()).equals(new HashSet<>(wanted.defaults()))) {
            schema.add("The default privileges differ: " + wanted.defaults() + " and " + found.defaults());
        }
        if (!found.settings().equals(wanted.settings())) {
            schema.add("The settings of the database differ: " + wanted.settings() + " and " + found.settings());
        }
    }

    private void compareRows() {
        wanted.rows().forEach((table, digest) -> {
            String other = found.rows().get(table);
            if (other != null && !other.equals(digest)) {
                compareRows(table, digest, other);
            }
        });
    }

    private void compareRows(String table, String digest, String other) {
        if (PathState.isSequence(digest)) {
            rows.add("sequence " + table + ": " + digest + " after the replaced revisions, " + other
                    + " after the squashed one");
            return;
        }
        Map<String, String> left = wanted.columns().getOrDefault(table, Map.of());
        Map<String, String> right = found.columns().getOrDefault(table, Map.of());
        Set<String> columns = new TreeSet<>();
        left.forEach((column, value) -> {
            if (!value.equals(right.get(column))) {
                columns.add(column);
            }
        });
        boolean sameCount = count(digest).equals(count(other));
        if (!sameCount) {
            rows.add("table " + table + ": " + count(digest) + " rows after the replaced revisions, " + count(other)
                    + " after the squashed one");
        } else if (!columns.isEmpty()
                && columns.stream().allMatch(one -> OF_EACH_RUN.matcher(one).matches())) {
            notes.add("the rows of " + table + " differ only in " + String.join(", ", columns)
                    + ", whose values are new with each run");
        } else if (!columns.isEmpty()) {
            rows.add("table " + table + ": " + count(digest) + " rows in both, with other values in "
                    + String.join(", ", columns));
        }
    }

    private static String count(String digest) {
        return digest.substring(0, digest.indexOf(' '));
    }
}
