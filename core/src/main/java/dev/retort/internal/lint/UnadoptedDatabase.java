/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.error.RetortException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignTools;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.PlanChecks;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Refuses a database whose schema other hands than Retort's have made: no revision is recorded there, so that all would
 * count as pending, those that it has too.
 *
 * @param adoptions finds the history table of another tool
 */
public record UnadoptedDatabase(Adoptions adoptions) {

    void refuse(RunEnvironment environment, MigrationState state, MigrationConnection connection) throws SQLException {
        boolean runsAll = environment.policy().onNonEmptySchema() == NonEmptySchemaPolicy.RUN
                && state.state().versionTable() == null;
        if (runsAll || !Adoptions.isFree(state.state(), connection)) {
            return;
        }
        Optional<ForeignTable> table = adoptions.table(connection);
        if (table.isPresent()) {
            throw notAdopted(table.get());
        }
        new PlanChecks(environment, state).onNonEmptySchema(connection);
    }

    private static RetortException notAdopted(ForeignTable table) {
        String title = ForeignTools.of(table).title();
        return new RetortException(
                "The database is not adopted: " + title + " records its migrations in " + table.quoted()
                        + ", and no revision is recorded.",
                "Without recorded revisions lint would check all of them as pending, also those whose migrations the"
                        + " database has.",
                "Run adopt and then lint again (docs/from-" + table.tool()
                        + ".md), or check without the database: lint --replay --since <last revision that is applied>.");
    }
}
