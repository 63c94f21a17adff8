/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Estimate;
import dev.retort.lint.TablePass;
import dev.retort.lint.TablePass.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates the duration of the statements of a revision.
 *
 * @param revision the revision
 */
public record Pricing(RevisionContext revision) {

    /** {@return how long a statement takes; empty when the size of one of its tables is unknown} */
    public Optional<Estimate> statement(Measurement measured, int position) {
        return revision.range().prices().of(passes(measured, position));
    }

    private List<TablePass> passes(Measurement measured, int position) {
        MeasuredStatement statement = new MeasuredStatement(measured, revision, position);
        List<TablePass> passes = new ArrayList<>();
        for (long table : measured.scans().keySet()) {
            if (revision.isOld(table)) {
                passes.addAll(table(statement, table));
            }
        }
        passes.addAll(uncounted(statement));
        return passes;
    }

    /** What runs outside of a transaction leaves no counters, and a copy of files reads no rows: new files show both. */
    private static List<TablePass> uncounted(MeasuredStatement statement) {
        List<TablePass> passes = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            long table = change.any().oid();
            if (statement.isCopied(table)) {
                String name = change.any().toString();
                passes.add(new TablePass(Kind.REWRITE, name));
                passes.addAll(Collections.nCopies(statement.buildsOn(table), new TablePass(Kind.BUILD, name)));
            }
        }
        for (RelationFacts index : statement.built()) {
            RelationFacts table = statement
                    .measured()
                    .relation(Objects.requireNonNull(index.index()).table());
            if (table != null && statement.measured().scansOf(table.oid()) == 0) {
                passes.add(new TablePass(Kind.BUILD, table.toString()));
            }
        }
        return passes;
    }

    private static List<TablePass> table(MeasuredStatement statement, long oid) {
        RelationFacts relation = statement.measured().relation(oid);
        if (relation == null) {
            return List.of(new TablePass(Kind.SCAN, ""));
        }
        String name = relation.toString();
        int checks = statement.checks(oid);
        boolean rewrites = statement.rewrites(oid);
        int builds = statement.measured().scansOf(oid) - checks - (rewrites ? 1 : 0);
        List<TablePass> passes = new ArrayList<>();
        passes.addAll(Collections.nCopies(rewrites ? 1 : 0, new TablePass(Kind.REWRITE, name)));
        int keys = Math.min(checks, statement.validatedKeys(oid));
        passes.addAll(Collections.nCopies(keys, new TablePass(Kind.LOOKUP, name)));
        passes.addAll(Collections.nCopies(checks - keys, new TablePass(Kind.SCAN, name)));
        passes.addAll(Collections.nCopies(Math.max(0, builds), new TablePass(Kind.BUILD, name)));
        return passes;
    }

    /** {@return how long the locks of a statement are held: it, and what follows it in its transaction} */
    public Optional<Estimate> held(Measurement measured, int position) {
        return revision.range().prices().of(passesHeld(measured, position));
    }

    /** {@return the passes of a statement, and of what follows it in its transaction} */
    List<TablePass> passesHeld(Measurement measured, int position) {
        List<TablePass> passes = new ArrayList<>(passes(measured, position));
        for (int i = position + 1; i < revision.measurements().size(); i++) {
            Measurement next = revision.measurements().get(i);
            if (next.transaction() == measured.transaction() && next.failure() == null) {
                passes.addAll(passes(next, i));
            }
        }
        return passes;
    }
}
