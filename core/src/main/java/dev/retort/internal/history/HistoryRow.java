/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.run.RunKind;
import dev.retort.status.FailureRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row to add to the history.
 *
 * @param operation what was done
 * @param subject the revision it was done to; {@code null} where there is none
 * @param rowsBefore the version rows before
 * @param rowsAfter the version rows after; for a failure those before
 * @param took how long it took
 * @param failure what failed; {@code null} for a success
 * @param partial for a failure, whether something of the step has been committed
 * @param knownRevisions for a hold, every revision that the build knows; for a stamp, every revision that it covers;
 *     for the first step of a run, what was applied before although the history says nothing of it; otherwise empty
 * @param verified for the last step of a run that ended at its target, a digest of everything that it read, by which
 *     the next start detects that nothing changed since; otherwise {@code null}
 * @param note for a success, what its reversal has to know of it, or which script of a squashed revision ran; otherwise
 *     {@code null}
 * @param reason the reason of this row; {@code null} for that of the run
 * @param work what its statements did to whole tables, as {@code WorkMeter} writes it
 */
public record HistoryRow(
        RunKind operation,
        @Nullable RevisionToRecord subject,
        List<String> rowsBefore,
        List<String> rowsAfter,
        Duration took,
        @Nullable FailureRecord failure,
        boolean partial,
        List<String> knownRevisions,
        @Nullable String verified,
        @Nullable String note,
        @Nullable String reason,
        List<String> work) {

    /** Copies the lists. */
    public HistoryRow {
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
        knownRevisions = List.copyOf(knownRevisions);
        work = List.copyOf(work);
    }

    /** {@return a success} */
    public static HistoryRow succeeded(
            RunKind operation,
            @Nullable RevisionToRecord subject,
            List<String> rowsBefore,
            List<String> rowsAfter,
            Duration took) {
        return new HistoryRow(
                operation, subject, rowsBefore, rowsAfter, took, null, false, List.of(), null, null, null, List.of());
    }

    /** {@return a failure: the version rows stay} */
    public static HistoryRow failed(
            RunKind operation,
            RevisionToRecord subject,
            List<String> rows,
            Duration took,
            FailureRecord failure,
            boolean partial) {
        return new HistoryRow(
                operation, subject, rows, rows, took, failure, partial, List.of(), null, null, null, List.of());
    }

    /** {@return this row with a digest of everything that its run read} */
    public HistoryRow verified(String digest) {
        return with(parts -> parts.verified = digest);
    }

    /** {@return this row with what a reversal of its step has to know; {@code null} for nothing} */
    public HistoryRow withNote(@Nullable String text) {
        return with(parts -> parts.note = text);
    }

    /** {@return this row with what its statements did} */
    public HistoryRow withWork(List<String> done) {
        return with(parts -> parts.work = done);
    }

    /** {@return this row with a separate reason} */
    public HistoryRow because(String text) {
        return with(parts -> parts.reason = text);
    }

    /** {@return this row, covering revisions} */
    public HistoryRow covering(Collection<String> revisions) {
        return with(parts -> parts.knownRevisions = List.copyOf(revisions));
    }

    /** {@return a hold at the rows that a downgrade leads to} */
    public static HistoryRow hold(List<String> rowsBefore, List<String> rowsAfter, List<String> knownRevisions) {
        return succeeded(RunKind.HOLD, null, rowsBefore, rowsAfter, Duration.ZERO)
                .covering(knownRevisions);
    }

    /**
     * {@return an adoption, or its end}
     *
     * @param operation which of the two
     * @param table the table of the other tool
     * @param rowsBefore the version rows before
     * @param rowsAfter the version rows after
     */
    public static HistoryRow adoption(
            RunKind operation, String table, List<String> rowsBefore, List<String> rowsAfter) {
        return succeeded(operation, null, rowsBefore, rowsAfter, Duration.ZERO).withNote(table);
    }

    /** {@return the end of a hold} */
    public static HistoryRow release(List<String> rows) {
        return succeeded(RunKind.RELEASE, null, rows, rows, Duration.ZERO);
    }

    private HistoryRow with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.row();
    }

    /** The parts that are added to a row while a copy of it is made. */
    private static final class Parts {
        private final HistoryRow from;
        private List<String> knownRevisions;
        private @Nullable String verified;
        private @Nullable String note;
        private @Nullable String reason;
        private List<String> work;

        Parts(HistoryRow from) {
            this.from = from;
            knownRevisions = from.knownRevisions;
            verified = from.verified;
            note = from.note;
            reason = from.reason;
            work = from.work;
        }

        HistoryRow row() {
            return new HistoryRow(
                    from.operation,
                    from.subject,
                    from.rowsBefore,
                    from.rowsAfter,
                    from.took,
                    from.failure,
                    from.partial,
                    knownRevisions,
                    verified,
                    note,
                    reason,
                    work);
        }
    }

    /** {@return whether the script's text is kept with it: it was run, or accepted as what was run} */
    boolean keepsScript() {
        return operation == RunKind.UPGRADE || operation == RunKind.REPAIR;
    }

    /**
     * {@return names and values of the placeholders of what was applied, in turn; {@code null} when there are none to
     * keep}
     */
    @Nullable
    List<String> placeholders() {
        boolean applied = operation == RunKind.UPGRADE && failure == null;
        if (!applied || subject == null || subject.placeholders().isEmpty()) {
            return null;
        }
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(subject.placeholders()).forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return pairs;
    }

    String outcome() {
        if (failure == null) {
            return "succeeded";
        }
        return partial ? "partial" : "failed";
    }
}
