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
 * Goes from base to the heads and takes each revision on the way up, down, and up again. Steps follow each other in one database;
 * after a fault, or when a step is left out, a new one is brought to where the next step begins. Threads wait for each other.
 */
final class RevisionWalk implements AutoCloseable {

    private final TestedMigrations migrations;
    private final List<RevisionScript> revisions;
    private @Nullable Trial trial;
    private @Nullable SchemaReading reached;
    private @Nullable RevisionScript inapplicable;
    private int applied;

    RevisionWalk(TestedMigrations migrations) {
        this.migrations = migrations;
        this.revisions = migrations.revisions();
    }

    /** {@return the revisions, every one after all that it needs} */
    List<RevisionScript> revisions() {
        return revisions;
    }

    /**
     * Takes a revision up, down and up again; one that says that there is no way back only up.
     *
     * @throws AssertionError when a way fails, or leaves another schema than it should
     */
    synchronized void take(RevisionScript revision) {
        int step = revisions.indexOf(revision);
        Trial here = trial != null && applied == step ? trial : begin(step);
        SchemaReading before = reached == null ? here.read() : reached;
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

    private void downAndUp(Trial here, RevisionScript revision, SchemaReading before, SchemaReading after) {
        down(here, revision);
        String left = here.read().statementsBackTo(before);
        if (!left.isEmpty()) {
            throw new Failure(
                            RevisionNames.of(revision) + " leaves something behind when it is taken back.",
                            "After its downgrade the schema is not what it was before its upgrade."
                                    + " What its downgrade does not do:",
                            left,
                            "Add that to the downgrade of " + revision.source() + ", or mark it as irreversible.")
                    .error();
        }
        up(here, revision, "applied again after its downgrade");
        String other = here.read().statementsTo(after);
        if (!other.isEmpty()) {
            throw new Failure(
                            RevisionNames.of(revision) + " makes another schema when it is applied again.",
                            "After upgrade, downgrade and upgrade the schema is not what it was after the first"
                                    + " upgrade. What would bring it back:",
                            other,
                            "Let upgrade and downgrade of " + revision.source() + " not depend on what they find.")
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
                            RevisionNames.of(revision) + " cannot be taken back.",
                            e.what() + " " + e.why(),
                            "",
                            "Mend the downgrade of " + revision.source() + ", or mark it as irreversible.")
                    .error(e);
        }
    }

    /** A database with everything that comes before a step. What is known not to be applicable is not tried again. */
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
