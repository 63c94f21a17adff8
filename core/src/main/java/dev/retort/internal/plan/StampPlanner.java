/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Target;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.Decision.Execute;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.plan.Decision.NoOp;
import dev.retort.internal.plan.Decision.Release;
import dev.retort.internal.script.Revisions;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunRequest;
import dev.retort.status.Hold;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides a stamp: new version rows, and no step that runs. */
public final class StampPlanner implements Planner {

    private final RunEnvironment environment;
    private final RunRequest request;

    public StampPlanner(RunEnvironment environment, RunRequest request) {
        this.environment = environment;
        this.request = request;
    }

    @Override
    public Decision decide(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        String partial = migrationState.partialRevision();
        if (partial != null) {
            throw new PartialRevisionException(partial, "A stamp would hide that.", "Finish its step first.");
        }
        if (!request.purge()) {
            new PlanChecks(environment, migrationState).noSquashIsPartly();
            requireKnown(migrationState);
        }
        List<Target> targets = StampRange.split(request.target());
        Revisions revisions = request.purge()
                ? migrationState.revisions()
                : new StoredRevisions(migrationState, connection).withThisBuilds();
        Set<String> after = revisions.graph().stamp(request.purge() ? List.of() : migrationState.rows(), targets);
        Hold hold = migrationState.state().hold();
        Set<String> covered = revisions.graph().appliedBy(after);
        List<String> unrun =
                migrationState.unrun().stream().filter(covered::contains).toList();
        if (!unrun.isEmpty() && (request.reason() == null || request.reason().isBlank())) {
            throw withoutReason(unrun);
        }
        if (unrun.isEmpty()
                && migrationState.state().versionTable() != null
                && !SharedTablesException.areOfAnotherSchema(migrationState.state())
                && after.equals(new TreeSet<>(migrationState.rows()))) {
            return hold == null ? new NoOp(false, false) : new Release(hold);
        }
        new PlanChecks(environment, migrationState).widths(after);
        return new Execute(
                new Plan(new TreeSet<>(migrationState.rows()), List.of(), after),
                List.of(),
                revisions,
                hold == null ? HoldChange.NONE : HoldChange.RELEASE);
    }

    private static RetortException withoutReason(List<String> unrun) {
        return new RetortException(
                "The stamp covers " + String.join(", ", unrun) + " only with a reason.",
                "The revisions were inserted before an applied revision and have not run in this database.",
                "Check that the database already has their changes, and repeat the command with --reason <text>.");
    }

    /** A row that nothing knows would stay beside the new ones, and no tool could continue from there. */
    private static void requireKnown(MigrationState migrationState) {
        List<String> unknown = new ArrayList<>(migrationState.unknownRows());
        unknown.removeAll(migrationState.state().recorded().keySet());
        if (!unknown.isEmpty()) {
            throw new RetortException(
                    "The database is at " + String.join(", ", unknown) + ", which neither scripts nor history know.",
                    "Retort cannot tell whether the new rows replace that row.",
                    "Use the build that has the revision, or delete all rows first: `stamp --purge`.");
        }
    }
}
