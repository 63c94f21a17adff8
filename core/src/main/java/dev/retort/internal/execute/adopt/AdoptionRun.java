/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.adopt;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.error.RetortException;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.AdoptionWriter;
import dev.retort.internal.adopt.ForeignLock;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignChanges;
import dev.retort.internal.adopt.tool.ForeignTools;
import dev.retort.internal.execute.step.LockedRun;
import dev.retort.internal.history.AdoptionRows;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.TableCreator;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.RunIdentities;
import dev.retort.internal.plan.SchemaObjects;
import dev.retort.internal.script.Revisions;
import dev.retort.run.LockLostException;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts a database from another tool: translates its history and writes the translation, under both locks. */
public final class AdoptionRun {

    private static final Logger log = LoggerFactory.getLogger(AdoptionRun.class);

    private final RunEnvironment environment;
    private final AdoptionRequest request;
    private final Adoptions adoptions;

    /**
     * Creates a run.
     *
     * @param environment what it works with
     * @param request the request
     */
    public AdoptionRun(RunEnvironment environment, AdoptionRequest request) {
        this.environment = environment;
        this.request = request;
        this.adoptions = new Adoptions(
                environment.policy().adoption(),
                environment.session().schema(),
                environment.policy().placeholders());
    }

    /** {@return the history table of another tool from which this database can be adopted; empty when there is none} */
    public Optional<ForeignTable> table(MigrationState migrationState, MigrationConnection connection)
            throws SQLException {
        return Adoptions.isFree(migrationState.state(), connection) ? adoptions.table(connection) : Optional.empty();
    }

    private static ImportedRevisions imported(MigrationState migrationState, ForeignTable table) {
        Revisions revisions = migrationState.revisions();
        return Adoptions.imported(revisions.graph(), revisions.scripts(), table);
    }

    /**
     * Says what an adoption would do; reads only.
     *
     * @throws AdoptionRefusedException when the history says something that the revisions do not
     */
    public AdoptionPlan plan(MigrationState migrationState, ForeignTable table, MigrationConnection connection)
            throws SQLException {
        AdoptionPlan plan = adoptions.plan(
                connection, table, imported(migrationState, table), adoptions.choices(request, known(migrationState)));
        if (plan.revisions().isEmpty() && Adoptions.rows(connection, table) == 0) {
            refuseObjects(table, connection);
        }
        return plan;
    }

    /** {@return the revisions that count as applied before the adoption, which then is one once more} */
    private static Set<String> known(MigrationState migrationState) {
        return migrationState.rows().isEmpty() ? Set.of() : migrationState.knownApplied();
    }

    private void refuseObjects(ForeignTable table, MigrationConnection connection) throws SQLException {
        SchemaObjects own = new SchemaObjects(environment.session().schema(), environment.tables());
        List<String> objects = connection.query(own.query(), row -> row.getString(1)).stream()
                .filter(object -> !object.equals("table " + table.name()))
                .toList();
        if (!objects.isEmpty()) {
            throw new AdoptionRefusedException(
                    table.quoted(),
                    List.of("It has no rows, but the schema has objects, among others " + String.join(", ", objects)
                            + "."),
                    "Stamp the revision that the database is at: stamp <revision>.");
        }
    }

    /**
     * Adopts.
     *
     * @param migrationState what was found with the migration lock held
     * @param run the run that holds the lock
     * @param table the history table of the other tool
     */
    public AdoptionResult adopt(MigrationState migrationState, LockedRun run, ForeignTable table) throws SQLException {
        ForeignLock lock = ForeignTools.of(table).lock(run.connection(), table, environment.sleeper());
        run.createSchemas(migrationState.state());
        AdoptionResult result = lock.during(
                environment.policy().waitForLock(),
                () -> run.connection().inTransaction(() -> {
                    lock.keep();
                    return write(migrationState, run, table);
                }));
        log.info("{}", sentence(result));
        if (!result.guarded()) {
            log.warn(
                    "The role may not create a trigger on {}: an older build that uses {} could still migrate this"
                            + " database",
                    result.table(),
                    ForeignTools.of(table).title());
        }
        result.notes().forEach(note -> log.info("{}: {}", result.table(), note));
        return result;
    }

    /** {@return what an adoption did, for logs and listeners} */
    public static String sentence(AdoptionResult result) {
        return "Adopted the database from " + result.tool() + ": "
                + result.adopted().size() + " migrations of " + result.table() + " are recorded, "
                + (result.ran().isEmpty() ? "" : String.join(", ", result.ran()) + " ran, ")
                + "the version rows are "
                + (result.rows().isEmpty() ? "none" : String.join(", ", result.rows())) + ".";
    }

    private AdoptionResult write(MigrationState migrationState, LockedRun run, ForeignTable table) throws SQLException {
        MigrationConnection connection = run.connection();
        DatabaseState state = migrationState.state();
        new TableCreator(connection).createHere(state);
        boolean guarded = Adoptions.guard(
                connection, table, state.tables().schema(), run.lock().heldCondition());
        AdoptionPlan plan = plan(migrationState, table, connection);
        RunIdentity identity = RunIdentities.of(UUID.randomUUID(), environment, request.requester(), reason(table));
        HistoryWriter historyWriter = run.historyWriter(state.tables(), identity);
        List<String> before = migrationState.rows();
        Set<String> known = known(migrationState);
        AdoptionSteps steps = new AdoptionSteps(environment, migrationState, run, historyWriter);
        new AdoptionWriter(plan, imported(migrationState, table), historyWriter, new TreeSet<>(before))
                .write(known, steps::run, historyWriter::record);
        mirror(migrationState, connection, plan, known);
        List<String> after =
                new ArrayList<>(plan.rows(migrationState.revisions().graph(), before));
        historyWriter.record(HistoryRow.adoption(RunKind.ADOPT, Adoptions.recorded(connection, table), before, after));
        if (!run.lock().isHeld()) {
            throw new LockLostException(String.join(", ", after));
        }
        return plan.result(after, guarded, false);
    }

    /** What the adoption ran or skipped, and applied revisions whose rows are gone, are known to a build that goes back. */
    private void mirror(
            MigrationState migrationState, MigrationConnection connection, AdoptionPlan plan, Set<String> known)
            throws SQLException {
        ForeignTable table = plan.table();
        Set<String> added = plan.addedBy(known);
        added.addAll(known);
        if (!added.isEmpty() && environment.policy().adoption().mirror() && Adoptions.isMirrored(connection, table)) {
            ForeignTools.of(table)
                    .mirror(connection, table, environment.policy().placeholders())
                    .addMissing(imported(migrationState, table), added);
        }
    }

    private String reason(ForeignTable table) {
        String given = request.reason();
        String adopted = AdoptionRows.REASON + table.quoted() + " of " + table.tool();
        return given == null || given.isBlank() ? adopted : adopted + ": " + given;
    }

    /**
     * Refuses to continue where the other tool has written since the adoption: its guard was removed.
     *
     * @throws RetortException naming the rows
     */
    public static void requireNothingForeign(
            MigrationState migrationState, RecordedAdoption adoption, MigrationConnection connection)
            throws SQLException {
        DatabaseState state = migrationState.state();
        ForeignChanges changes = ForeignChanges.since(
                connection,
                adoption,
                imported(migrationState, adoption.table()),
                state.tables(),
                state.recorded().keySet());
        String table = adoption.table().quoted();
        if (!changes.added().isEmpty()) {
            throw new RetortException(
                    ForeignTools.of(adoption.table()).title() + " has written to " + table
                            + " since Retort adopted the database; nothing was run.",
                    "Its guard was removed, and the rows " + String.join(", ", changes.added()) + " are new.",
                    "Import these migrations, then run: adopt --again. It translates the history again.");
        }
        if (!changes.changed().isEmpty()) {
            throw new RetortException(
                    "Rows of " + table + " are not those that Retort adopted the database with; nothing was run.",
                    "Since then these were changed or deleted, by a repair or by hand: "
                            + String.join(", ", changes.changed()) + ".",
                    "If that is right, run: adopt --again. It translates the history again, and adds the rows of"
                            + " applied revisions that it lacks.");
        }
    }
}
