/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.status;

import dev.retort.graph.Revision;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryReader;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.lock.LockKey;
import dev.retort.internal.lock.LockObserver;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.plan.StoredRevisions;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationReport;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionDetail;
import dev.retort.status.RunInProgress;
import dev.retort.status.Validation;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports the state of a database; reads only, and works on a standby and on a database that only Alembic touched. */
public final class StatusReader {

    private final RunEnvironment environment;

    /**
     * Creates a reader.
     *
     * @param environment what its readings work with
     */
    public StatusReader(RunEnvironment environment) {
        this.environment = environment;
    }

    /** What is read with a connection. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(MigrationConnection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            return reading.read(connection);
        } catch (SQLException e) {
            throw new DatabaseException("The database's state could not be read.", e);
        }
    }

    /** A reader may come with another search_path than the runs: only a schema of the settings is compared. */
    private MigrationState look(Revisions own, MigrationConnection connection) throws SQLException {
        MigrationState migrationState = environment.lookOnly(own, connection);
        if (environment.session().schema() == null) {
            SharedTablesException.refuseAnotherVersionTable(migrationState.state());
        } else {
            SharedTablesException.refuse(migrationState.state());
        }
        return migrationState;
    }

    private StatusBuilder statusBuilder(MigrationConnection connection) throws SQLException {
        Revisions own = Revisions.of(environment.scripts().read().all());
        MigrationState migrationState = look(own, connection);
        return StatusBuilder.of(migrationState, new StoredRevisions(migrationState, connection).withThisBuilds());
    }

    /** {@return the address of the database, without parameters; asks it nothing more} */
    public String address() {
        try (MigrationConnection connection = environment.source().open()) {
            return PostgresUrl.describe(connection.url());
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be reached.", e);
        }
    }

    /** {@return the state of the database} */
    public MigrationStatus status() {
        return read(connection -> statusBuilder(connection).status());
    }

    /**
     * Reads all of it with one connection, and the tables once.
     *
     * @param limit how many rows of the history at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public MigrationReport report(int limit, @Nullable Long before) {
        return read(connection -> {
            StatusBuilder statusBuilder = statusBuilder(connection);
            DatabaseState state = statusBuilder.migrationState().state();
            List<HistoryEntry> log = log(state, connection, limit, before);
            List<HistoryEntry> newest = before == null ? log : log(state, connection, 1, null);
            return new MigrationReport(
                    statusBuilder.status(),
                    running(state, connection).orElse(null),
                    newest.isEmpty() ? null : newest.get(0),
                    log);
        });
    }

    /** {@return how this build's scripts compare with what the database says was run} */
    public Validation validate() {
        return read(connection -> {
            Revisions own = Revisions.of(environment.scripts().read().all());
            MigrationState migrationState = look(own, connection);
            Revisions all = new StoredRevisions(migrationState, connection).withThisBuilds();
            return new Validator(migrationState, all, connection).validate();
        });
    }

    /**
     * Looks one revision up.
     *
     * @param target as Alembic reads it
     */
    public RevisionDetail revision(String target) {
        return read(connection -> {
            StatusBuilder statusBuilder = statusBuilder(connection);
            Revision revision = statusBuilder.all().graph().resolveOne(target);
            RevisionScript script = statusBuilder.all().find(revision.id());
            return new RevisionDetail(statusBuilder.status(revision), script == null ? null : script.text());
        });
    }

    /** {@return the run that is going on; empty when there is none} */
    public Optional<RunInProgress> running() {
        return read(connection ->
                running(look(Revisions.of(List.of()), connection).state(), connection));
    }

    private static Optional<RunInProgress> running(DatabaseState state, MigrationConnection connection)
            throws SQLException {
        Tables tables = state.tables();
        return new LockObserver(
                        connection, LockKey.of(tables.schema(), tables.names().version()))
                .find();
    }

    /**
     * Reads the history, newest first; empty if the database has no history table.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        return read(connection -> log(look(Revisions.of(List.of()), connection).state(), connection, limit, before));
    }

    private static List<HistoryEntry> log(
            DatabaseState state, MigrationConnection connection, int limit, @Nullable Long before) throws SQLException {
        return state.hasHistory() ? new HistoryReader(connection, state.tables()).read(limit, before) : List.of();
    }
}
