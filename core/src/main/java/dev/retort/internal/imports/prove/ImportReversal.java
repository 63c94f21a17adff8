/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.RetortSettings;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.scratch.SharedServers;
import dev.retort.model.ScratchServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates downgrades for revisions whose tool has no undo: from the difference between the schemas before and after a
 * revision, where that restores everything. Each one is tried: down, compared, up, compared. The database of the settings is
 * not used.
 */
public final class ImportReversal {

    private final RetortSettings settings;
    private final List<ScratchServer> servers;

    /**
     * Creates a reversal.
     *
     * @param settings the settings of the project
     * @param servers the servers that can be started for scratch databases
     */
    public ImportReversal(RetortSettings settings, List<ScratchServer> servers) {
        this.settings = settings;
        this.servers = servers;
    }

    /**
     * {@return the import with the downgrades, and notes that say what has none and why}
     *
     * @throws dev.retort.error.RetortException when a revision fails, or cannot be run
     */
    public ImportPlan run(ImportPlan plan) {
        new RunConditions("No downgrade was generated.", "--reverse").require(plan);
        List<ImportedRevision> revisions = new ArrayList<>();
        try (SharedServers shared = new SharedServers(servers);
                RevisionRun run = RevisionRun.of(plan, settings);
                ReversalSteps steps = new ReversalSteps(
                        new ScratchDatabases(settings.scratch(), settings.session(), shared.all()),
                        run,
                        settings.tables())) {
            for (ImportedRevision revision : plan.revisions()) {
                revisions.add(steps.reversed(revision));
            }
            return plan.with(revisions, steps.notes());
        } catch (SQLException e) {
            throw new DatabaseException("The scratch database of the import could not be used.", e);
        }
    }
}
