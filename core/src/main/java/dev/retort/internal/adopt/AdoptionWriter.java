/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.graph.RevisionGraph;
import dev.retort.internal.adopt.AdoptedRevision.How;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RevisionToRecord;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes an adoption in one transaction: a row of the history for each migration with its original time and user, and the
 * version rows.
 */
public final class AdoptionWriter {

    private final AdoptionPlan plan;
    private final RevisionGraph graph;
    private final ImportedRevisions imported;
    private final HistoryWriter historyWriter;
    private final List<String> covered = new ArrayList<>();
    private Set<String> at;

    /**
     * Creates a writer.
     *
     * @param plan what the adoption does
     * @param imported the imported revisions
     * @param historyWriter writes the rows
     * @param before the version rows that there are
     */
    public AdoptionWriter(
            AdoptionPlan plan, ImportedRevisions imported, HistoryWriter historyWriter, Set<String> before) {
        this.plan = plan;
        this.graph = imported.graph();
        this.imported = imported;
        this.historyWriter = historyWriter;
        this.at = new TreeSet<>(before);
    }

    /** Runs a revision that the database lacks and records it. */
    @FunctionalInterface
    public interface Execution {
        /**
         * Runs it in the transaction of the adoption.
         *
         * @param id the revision
         * @param before the version rows before
         * @param after the version rows after
         */
        void run(String id, List<String> before, List<String> after) throws SQLException;
    }

    /** Records what counts as applied without having run. */
    @FunctionalInterface
    public interface Cover {
        /** Writes the row of a stamp. */
        void write(HistoryRow row) throws SQLException;
    }

    /**
     * Writes everything but the row of the adoption itself.
     *
     * @param known the revisions that count as applied already
     * @param execution runs what is missing
     * @param cover records what only counts as applied
     */
    public void write(Set<String> known, Execution execution, Cover cover) throws SQLException {
        for (AdoptedRevision revision : plan.revisions()) {
            if (!known.contains(revision.id())) {
                write(revision, execution, cover);
            }
        }
        flush(cover);
        historyWriter.replaceVersions(new ArrayList<>(at));
    }

    private void write(AdoptedRevision revision, Execution execution, Cover cover) throws SQLException {
        List<String> before = new ArrayList<>(at);
        Set<String> after = new TreeSet<>(at);
        graph.needs(revision.id()).forEach(after::remove);
        after.add(revision.id());
        if (revision.how() == How.COVERED) {
            covered.add(revision.id());
        } else {
            flush(cover);
            before = new ArrayList<>(at);
            run(revision, before, new ArrayList<>(after), execution);
        }
        at = after;
    }

    private void run(AdoptedRevision revision, List<String> before, List<String> after, Execution execution)
            throws SQLException {
        AdoptedRevision.Execution original = revision.run();
        if (original == null) {
            historyWriter.replaceVersions(before);
            execution.run(revision.id(), before, after);
            return;
        }
        RevisionScript script = Objects.requireNonNull(imported.script(revision.id()));
        Squash squash = script.squash();
        HistoryRow row = HistoryRow.succeeded(RunKind.UPGRADE, subject(revision.id()), before, after, original.took());
        if (squash != null) {
            List<String> rows = replaced(revision, squash, before);
            row = HistoryRow.succeeded(RunKind.UPGRADE, subject(revision.id()), rows, after, original.took())
                    .withNote(squash.note(script.checksum()));
        }
        historyWriter.recordOriginal(row, original.by(), original.at());
    }

    /** Writes the rows of the revisions that a squashed one replaces; returns the version rows after them. */
    private List<String> replaced(AdoptedRevision revision, Squash squash, List<String> before) throws SQLException {
        List<String> rows = before;
        List<AdoptedRevision.Execution> runs = revision.runs();
        boolean each = runs.size() == squash.all().size();
        for (int i = 0; i < squash.replaced().size(); i++) {
            Original replaced = squash.replaced().get(i);
            Set<String> after = new TreeSet<>(rows);
            replaced.revision().downRevisions().forEach(after::remove);
            replaced.revision().dependsOn().forEach(after::remove);
            after.add(replaced.id());
            AdoptedRevision.Execution run = runs.get(each ? i : runs.size() - 1);
            RevisionToRecord subject =
                    new RevisionToRecord(replaced.revision(), replaced.message(), replaced.checksum(), "", Map.of());
            HistoryRow row = HistoryRow.succeeded(RunKind.UPGRADE, subject, rows, new ArrayList<>(after), run.took());
            historyWriter.recordOriginal(row, run.by(), run.at());
            rows = new ArrayList<>(after);
        }
        return rows;
    }

    /** A stamp covers its rows and their ancestors; those that ran before it are covered by it too. */
    private void flush(Cover cover) throws SQLException {
        if (covered.isEmpty()) {
            return;
        }
        String last = covered.get(covered.size() - 1);
        cover.write(HistoryRow.succeeded(RunKind.STAMP, subject(last), List.of(), new ArrayList<>(at), Duration.ZERO)
                .covering(covered()));
        covered.clear();
    }

    private Set<String> covered() {
        Set<String> all = new TreeSet<>(graph.appliedBy(at));
        imported.scripts().forEach((id, script) -> {
            Squash squash = script.squash();
            if (squash != null && all.contains(id)) {
                all.addAll(squash.ids());
            }
        });
        return all;
    }

    private RevisionToRecord subject(String id) {
        RevisionScript script = Objects.requireNonNull(imported.script(id));
        return new RevisionToRecord(
                script.revision(),
                script.message(),
                script.recordedChecksum(),
                script.checksum(),
                script.text(),
                Map.of());
    }
}
