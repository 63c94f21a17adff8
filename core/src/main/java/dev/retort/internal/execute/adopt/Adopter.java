/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.adopt;

import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.error.RetortException;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignTools;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.Revisions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/** Adopts a database on request, independent of the setting for non-empty schemas. */
public final class Adopter {

    private final RunEnvironment environment;
    private final AdoptionRequest request;
    private final AdoptionRun run;

    /**
     * Creates an adopter.
     *
     * @param environment what it works with
     * @param request the request
     */
    public Adopter(RunEnvironment environment, AdoptionRequest request) {
        this.environment = environment;
        this.request = request;
        this.run = new AdoptionRun(environment, request);
    }

    /**
     * Adopts, or says what an adoption would do.
     *
     * @throws RetortException when there is nothing to adopt, or it is refused
     */
    public AdoptionResult adopt() {
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            MigrationState migrationState = environment.look(revisions, connection);
            SharedTablesException.refuse(migrationState.state());
            ForeignTable table = table(migrationState, connection);
            if (request.dryRun()) {
                AdoptionPlan plan = run.plan(migrationState, table, connection);
                return plan.result(new ArrayList<>(plan.rows(revisions.graph(), migrationState.rows())), false, true);
            }
            return locked(revisions, migrationState.state(), connection);
        } catch (SQLException e) {
            throw new DatabaseException("The adoption failed.", e);
        }
    }

    private AdoptionResult locked(Revisions revisions, DatabaseState before, MigrationConnection connection)
            throws SQLException {
        try (LockedRun locked = LockedRun.open(environment, connection, before.server(), before.tables())) {
            MigrationState migrationState = environment.look(revisions, connection);
            return run.adopt(migrationState, locked, table(migrationState, connection));
        }
    }

    private ForeignTable table(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        DatabaseState state = migrationState.state();
        if (request.again()) {
            Optional<RecordedAdoption> adopted = Adoptions.adopted(connection, state);
            if (adopted.isPresent()) {
                return adopted.get().table();
            }
        }
        if (!Adoptions.isFree(migrationState.state(), connection)) {
            throw new RetortException(
                    "The database was not adopted; nothing was changed.",
                    "It has the version table " + state.tables().version() + " already.",
                    "`current` shows where it is. To translate the other tool's history once more: adopt --again.");
        }
        return run.table(migrationState, connection)
                .orElseThrow(() -> new RetortException(
                        "The database was not adopted; nothing was changed.",
                        "No table of schema " + state.tables().schema() + " looks like the history of "
                                + ForeignTools.titles() + ".",
                        "Name it with retort.adopt.table=<schema>.<table>, or stamp the revision that the database is"
                                + " at."));
    }
}
