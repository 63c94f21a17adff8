/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The history rows of a step: one, and before it those of the revisions that a squashed one replaces.
 *
 * @param revision the id of the revision whose step it is
 * @param earlier the rows before the last one
 * @param last the last row; the version rows after it are those after the step
 */
public record StepRows(String revision, List<HistoryRow> earlier, HistoryRow last) {

    /** Copies the list. */
    public StepRows {
        earlier = List.copyOf(earlier);
    }

    /** {@return a step of one row} */
    public static StepRows of(HistoryRow row) {
        RevisionToRecord subject = row.subject();
        return new StepRows(subject == null ? "" : subject.revision().id(), List.of(), row);
    }

    /** {@return these rows with another last one} */
    public StepRows with(HistoryRow other) {
        return new StepRows(revision, earlier, other);
    }

    /** {@return the version rows before the step} */
    List<String> rowsBefore() {
        return earlier.isEmpty() ? last.rowsBefore() : earlier.get(0).rowsBefore();
    }

    /** {@return the version rows that the step takes away} */
    List<String> deleted() {
        return without(rowsBefore(), last.rowsAfter());
    }

    /** {@return the version rows that the step adds} */
    List<String> inserted() {
        return without(last.rowsAfter(), rowsBefore());
    }

    private static List<String> without(List<String> rows, List<String> others) {
        List<String> result = new ArrayList<>(rows);
        result.removeAll(others);
        return result;
    }
}
