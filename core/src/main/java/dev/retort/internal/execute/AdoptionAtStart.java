/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.adoption.AdoptionRequest;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.execute.adopt.AdoptionRun;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.sql.SQLException;
import java.util.Optional;

/** The adoption that an upgrade begins with while the settings request one. */
final class AdoptionAtStart {

    private final RunEnvironment environment;
    private final RunAttempt attempt;

    AdoptionAtStart(RunEnvironment environment, RunAttempt attempt) {
        this.environment = environment;
        this.attempt = attempt;
    }

    /** {@return whether the settings request one} */
    boolean isRequested() {
        return attempt.isUpgrade() && environment.policy().onNonEmptySchema() == NonEmptySchemaPolicy.ADOPT;
    }

    /** {@return the state that an adoption would leave; reads only} */
    MigrationState planned(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        AdoptionRun adoption = run();
        Optional<ForeignTable> table = adoption.table(migrationState, connection);
        return table.isEmpty()
                ? migrationState
                : migrationState.adopted(adoption.plan(migrationState, table.get(), connection));
    }

    /** Adopts the database; {@return whether one was requested and there was something to adopt} */
    boolean adopt(MigrationState migrationState, LockedRun run) throws SQLException {
        if (!isRequested()) {
            return false;
        }
        AdoptionRun adoption = run();
        Optional<ForeignTable> table = adoption.table(migrationState, run.connection());
        if (table.isEmpty()) {
            return false;
        }
        run.tell(AdoptionRun.sentence(adoption.adopt(migrationState, run, table.get())));
        return true;
    }

    /** Refuses an upgrade of an adopted database whose old table changed since. */
    void requireNothingForeign(MigrationState migrationState, MigrationConnection connection) throws SQLException {
        if (attempt.isUpgrade()) {
            Optional<RecordedAdoption> adoption = Adoptions.adopted(connection, migrationState.state());
            if (adoption.isPresent()) {
                AdoptionRun.requireNothingForeign(migrationState, adoption.get(), connection);
            }
        }
    }

    private AdoptionRun run() {
        return new AdoptionRun(environment, AdoptionRequest.of(attempt.request().requester()));
    }
}
