/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.run.RunRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Upgrades from base to the heads, and upgrades, downgrades and upgrades each revision on the way. Steps share one
 * database; after a failure, or a skipped step, a new one is upgraded to the start of the next step. Synchronized.
 */
final class RevisionWalk implements AutoCloseable {

    private final TestedMigrations migrations;
    private final List<RevisionScript> revisions;
    private @Nullable Trial trial;
    private @Nullable SchemaSnapshot reached;
    private @Nullable RevisionScript inapplicable;
    private int applied;

    RevisionWalk(TestedMigrations migrations) {
        this.migrations = migrations;
        this.revisions = migrations.revisions();
    }

    /** {@return the revisions in topological order} */
    List<RevisionScript> revisions() {
        return revisions;
    }

    /**
     * Upgrades, downgrades and upgrades a revision; only upgrades an irreversible one.
     *
     * @throws AssertionError if a step fails, or results in an unexpected schema
     */
    synchronized void take(RevisionScript revision) {
        int step = revisions.indexOf(revision);
        Trial here = trial != null && applied == step ? trial : begin(step);
        SchemaSnapshot before = reached == null ? here.read() : reached;
        applied = -1;
        inapplicable = revision;
        up(here, revision, "applied");
        inapplicable = null;
        reached = here.read();
        if (revision.downgrade() instanceof DowngradeSection.Reversible) {
            downAndUp(here, revision, before, reached);
        }
        applied = step + 1;
    }

    private void downAndUp(Trial here, RevisionScript revision, SchemaSnapshot before, SchemaSnapshot after) {
        down(here, revision);
        String left = here.read().statementsBackTo(before);
        if (!left.isEmpty()) {
            throw new Failure(
                            RevisionNames.of(revision) + " is not completely reversed by its downgrade.",
                            "After the downgrade the schema differs from the schema before the upgrade. Missing in the"
                                    + " downgrade:",
                            left,
                            "Add that to the downgrade of " + revision.source() + ", or mark it as irreversible.")
                    .error();
        }
        up(here, revision, "applied again after its downgrade");
        String other = here.read().statementsTo(after);
        if (!other.isEmpty()) {
            throw new Failure(
                            RevisionNames.of(revision) + " gives another schema when it is applied again.",
                            "After upgrade, downgrade and upgrade the schema differs from the schema after the first"
                                    + " upgrade. Statements that would restore it:",
                            other,
                            "Make upgrade and downgrade of " + revision.source()
                                    + " independent of the existing objects.")
                    .error();
        }
    }

    private static void up(Retort retort, RevisionScript revision) {
        retort.upgrade(RunRequest.by(null, revision.revision().id()));
    }

    private void up(Trial here, RevisionScript revision, String how) {
        try {
            up(here.retort(), revision);
        } catch (RetortException e) {
            throw new Failure(
                            RevisionNames.of(revision) + " cannot be " + how + ".",
                            e.what() + " " + e.why(),
                            "",
                            e.action())
                    .error(e);
        }
    }

    private void down(Trial here, RevisionScript revision) {
        try {
            here.retort().downgrade(RunRequest.by(null, RevisionNames.below(revision)));
        } catch (RetortException e) {
            throw new Failure(
                            RevisionNames.of(revision) + " cannot be downgraded.",
                            e.what() + " " + e.why(),
                            "",
                            "Fix the downgrade of " + revision.source() + ", or mark it as irreversible.")
                    .error(e);
        }
    }

    /** A database with all revisions before a step. Revisions that failed are not tried again. */
    private Trial begin(int step) {
        List<RevisionScript> before = revisions.subList(0, step);
        if (inapplicable != null && before.contains(inapplicable)) {
            throw notTried(inapplicable);
        }
        close();
        Trial made = Trial.of(migrations);
        trial = made;
        for (RevisionScript earlier : before) {
            inapplicable = earlier;
            try {
                up(made.retort(), earlier);
            } catch (RetortException e) {
                throw notTried(earlier);
            }
        }
        inapplicable = null;
        return made;
    }

    private static TestAbortedException notTried(RevisionScript earlier) {
        return new TestAbortedException(
                "Not tried: " + RevisionNames.of(earlier) + ", which comes before it, cannot be applied.");
    }

    /** Drops the database. */
    @Override
    public synchronized void close() {
        reached = null;
        if (trial != null) {
            trial.close();
            trial = null;
        }
    }
}
