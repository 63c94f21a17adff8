/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.history.table.VersionTable;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.step.CodeContext;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.internal.step.PlannedSteps;
import dev.retort.internal.step.StepProgress;
import dev.retort.internal.step.StepValues;
import dev.retort.migration.RunArguments;
import dev.retort.run.ChangedScript;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.NonEmptySchemaException;
import dev.retort.run.PartialRevisionException;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.TransactionMode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of a plan before it runs. */
public final class PlanChecks {

    private static final Logger log = LoggerFactory.getLogger(PlanChecks.class);

    private static final int DEFAULT_WIDTH = 128;

    private final RunEnvironment environment;
    private final MigrationState migrationState;

    public PlanChecks(RunEnvironment environment, MigrationState migrationState) {
        this.environment = environment;
        this.migrationState = migrationState;
    }

    /**
     * Ancestors of what is applied that have not run: whatever the settings say of changed scripts, that is no state to
     * continue from.
     */
    public void everythingHasRun() {
        noSquashIsPartly();
        List<String> unrun = migrationState.unrun();
        if (!unrun.isEmpty()) {
            throw UnrunRevisionException.of(unrun, migrationState);
        }
    }

    /** A squashed revision of which the database has a part: this build has no script for the rest. */
    void noSquashIsPartly() {
        List<RevisionScript> partly = migrationState.partlySquashed();
        if (!partly.isEmpty()) {
            throw PartlySquashedException.of(partly.get(0), migrationState);
        }
    }

    /** Scripts that were changed after they were applied. */
    public void changedScripts(List<ChangedScript> changed) {
        if (changed.isEmpty() || environment.policy().changedScripts() == ChangedScripts.IGNORE) {
            return;
        }
        ChangedScriptException error = new ChangedScriptException(changed);
        if (environment.policy().changedScripts() == ChangedScripts.FAIL) {
            throw error;
        }
        log.warn("{} {}", error.what(), error.why());
    }

    /** A step that stopped in the middle continues in its own direction, or not at all. */
    void progressBelongsTo(Plan plan) {
        for (ProgressRow row : migrationState.state().progress()) {
            if (plan.steps().isEmpty() && !migrationState.revisions().contains(row.revision())) {
                log.warn("Revision {}, which this build does not know, is partial", row.revision());
                continue;
            }
            boolean continues = plan.steps().stream()
                    .anyMatch(step -> step.revision().id().equals(row.revision())
                            && PlannedStep.operation(step.direction()) == row.operation());
            if (!continues) {
                throw new PartialRevisionException(
                        row.revision(),
                        "Its " + row.operation() + " did not finish, and this run would not finish it.",
                        "Finish the " + row.operation() + " first.");
            }
        }
    }

    /** A schema that has objects but no recorded revision. */
    public void onNonEmptySchema(MigrationConnection connection) throws SQLException {
        boolean run = environment.policy().onNonEmptySchema() == NonEmptySchemaPolicy.RUN
                && migrationState.state().versionTable() == null;
        if (run || !Adoptions.isFree(migrationState.state(), connection)) {
            return;
        }
        String schema = environment.session().schema();
        SchemaObjects own = new SchemaObjects(schema, environment.tables());
        List<String> objects = connection.query(own.query(), row -> row.getString(1));
        if (!objects.isEmpty()) {
            throw new NonEmptySchemaException(
                    schema == null ? migrationState.state().tables().schema() : schema, objects);
        }
    }

    /** Ids that fit, scripts that are there, placeholders that have values, and a transaction mode that they allow. */
    public List<PlannedStep> runnable(Plan plan, Revisions revisions, RunArguments arguments, JavaPreviews previews) {
        CodeContext context = CodeContext.of(migrationState.state().server().majorVersion(), arguments);
        StepValues values = new StepValues(environment.policy(), arguments.values());
        List<PlannedStep> steps = PlannedSteps.of(
                plan, revisions, values, (step, place, script) -> previews.of(step, place, script, context));
        for (PlannedStep step : steps) {
            widths(step.step().rowsAfter());
            boolean begun = new StepProgress(step, migrationState.state().progress()).exists();
            if (environment.policy().transaction() == TransactionMode.ALL && (step.hasAutocommit() || begun)) {
                throw notTogether(step);
            }
        }
        return steps;
    }

    public static RetortException notTogether(PlannedStep step) {
        return new RetortException(
                "One transaction for all revisions is not possible; nothing was run.",
                "Revision " + step.revision() + " has statements that run outside of a transaction.",
                "Set retort.transaction=per-revision.");
    }

    /** Ids that the version column takes. */
    void widths(Collection<String> rows) {
        VersionTable table = migrationState.state().versionTable();
        int width = table == null ? DEFAULT_WIDTH : table.width();
        for (String row : rows) {
            if (row.length() > width) {
                throw tooLong(row, width);
            }
        }
    }

    private RetortException tooLong(String id, int width) {
        String table = migrationState.state().tables().version();
        return new RetortException(
                "The id of revision " + id + " has " + id.length() + " characters, the version table takes " + width
                        + "; nothing was run.",
                "Alembic creates the column with 32 characters.",
                "Widen it with ALTER TABLE " + table
                        + " ALTER COLUMN version_num TYPE varchar(128), or give the revision a shorter id.");
    }
}
