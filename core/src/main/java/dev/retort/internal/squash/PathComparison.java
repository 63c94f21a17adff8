/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.catalog.RowDifference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what two paths led to: the catalogs up to the order of columns, and the rows of every table. */
final class PathComparison {

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
        compareOthers();
        if (!found.settings().equals(wanted.settings())) {
            schema.add("The settings of the database differ: " + wanted.settings() + " and " + found.settings());
        }
    }

    private void compareOthers() {
        Set<String> missing = new TreeSet<>(wanted.others());
        found.others().forEach(missing::remove);
        Set<String> surplus = new TreeSet<>(found.others());
        wanted.others().forEach(surplus::remove);
        missing.forEach(line -> schema.add("only after the replaced revisions: " + line));
        surplus.forEach(line -> schema.add("only after the squashed one: " + line));
    }

    private void compareRows() {
        for (RowDifference difference : wanted.rows().differencesFrom(found.rows())) {
            String table = difference.relation();
            if (difference.sequence()) {
                rows.add("sequence " + table + ": " + difference.digest() + " after the replaced revisions, "
                        + difference.other() + " after the squashed one");
            } else if (!difference.count().equals(difference.otherCount())) {
                rows.add("table " + table + ": " + difference.count() + " rows after the replaced revisions, "
                        + difference.otherCount() + " after the squashed one");
            } else if (difference.isOfEachRun()) {
                notes.add(difference.noteOfEachRun());
            } else if (!difference.columns().isEmpty()) {
                rows.add("table " + table + ": " + difference.count() + " rows in both, with other values in "
                        + difference.columnList());
            }
        }
    }
}
