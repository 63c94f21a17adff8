/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.adopt;

import dev.retort.adoption.AdoptionRequest;
import dev.retort.error.RetortException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignTools;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.internal.script.Revisions;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Gives an adopted database back to the other tool: removes guard and version rows, keeps the history. */
public final class AdoptionUndo {

    private final RunEnvironment environment;
    private final AdoptionRequest request;

    /**
     * Creates an undo.
     *
     * @param environment what it works with
     * @param request who asks, and why
     */
    public AdoptionUndo(RunEnvironment environment, AdoptionRequest request) {
        this.environment = environment;
        this.request = request;
    }

    /**
     * Undoes the adoption.
     *
     * @param leave whether what revisions of one's own made stays
     * @return the revisions whose objects stay although no tool knows of them
     * @throws RetortException when the database is not adopted, or revisions of one's own ran
     */
    public List<String> undo(boolean leave) {
        Revisions revisions = Revisions.of(environment.scripts().read().all());
        List<String> left = new ArrayList<>();
        LockedRun.alone(
                environment,
                "The adoption was not undone.",
                (run, state) -> left.addAll(undo(new MigrationState(revisions, state), run, leave)));
        return left;
    }

    private List<String> undo(MigrationState migrationState, LockedRun run, boolean leave) throws SQLException {
        DatabaseState state = migrationState.state();
        MigrationConnection connection = run.connection();
        ForeignTable table = Adoptions.adopted(connection, state)
                .orElseThrow(AdoptionUndo::notAdopted)
                .table();
        ImportedRevisions imported = Adoptions.imported(
                migrationState.revisions().graph(), migrationState.revisions().scripts(), table);
        List<String> own = own(migrationState, imported);
        if (!own.isEmpty() && !leave) {
            throw new RetortException(
                    "The adoption was not undone; nothing was changed.",
                    "Revisions that " + ForeignTools.of(table).title() + " does not know have run: "
                            + String.join(", ", own) + ".",
                    "Downgrade them first with adopt --undo --downgrade, or keep their changes with adopt --undo"
                            + " --leave.");
        }
        connection.inTransaction(() -> {
            write(migrationState, run, table, imported);
            return true;
        });
        return own;
    }

    private static RetortException notAdopted() {
        return new RetortException(
                "The adoption was not undone.", "The history has no adoption.", "`log` shows the history.");
    }

    /** {@return the applied revisions that the other tool does not know, newest first} */
    private static List<String> own(MigrationState migrationState, ImportedRevisions imported) {
        List<String> own = new ArrayList<>(migrationState.unknownRows());
        Set<String> applied = migrationState.knownApplied();
        for (String id : applied) {
            if (imported.isOwn(id)) {
                own.add(id);
            }
        }
        return own;
    }

    private void write(MigrationState migrationState, LockedRun run, ForeignTable table, ImportedRevisions imported)
            throws SQLException {
        DatabaseState state = migrationState.state();
        MigrationConnection connection = run.connection();
        HistoryWriter historyWriter = run.historyWriter(
                state.tables(),
                RunIdentities.of(UUID.randomUUID(), environment, request.requester(), request.reason()));
        if (Adoptions.exists(connection, table)) {
            ForeignTools.of(table)
                    .mirror(connection, table, environment.policy().placeholders())
                    .addMissing(imported, migrationState.knownApplied());
            Adoptions.removeGuard(connection, table);
        }
        historyWriter.replaceVersions(List.of());
        historyWriter.record(HistoryRow.adoption(
                RunKind.ADOPT_UNDO, Adoptions.recorded(connection, table), migrationState.rows(), List.of()));
    }
}
