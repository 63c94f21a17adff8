/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Revision;
import dev.retort.history.DatabaseState;
import dev.retort.history.HistoryEntry;
import dev.retort.history.HistoryReader;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.jdbc.PostgresUrl;
import dev.retort.script.RevisionScript;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where a database stands; reads only, and works on a standby and on a database that only Alembic touched. */
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
    private Situation look(Revisions own, MigrationConnection connection) throws SQLException {
        Situation situation = environment.lookOnly(own, connection);
        if (environment.session().schema() == null) {
            SharedTablesException.refuseAnotherVersionTable(situation.state());
        } else {
            SharedTablesException.refuse(situation.state());
        }
        return situation;
    }

    private Standing standing(MigrationConnection connection) throws SQLException {
        Revisions own = Revisions.of(environment.scripts().read().all());
        Situation situation = look(own, connection);
        return Standing.of(situation, new KeptRevisions(situation, connection).withThisBuilds());
    }

    /** {@return the address of the database, without parameters; asks it nothing more} */
    public String address() {
        try (MigrationConnection connection = environment.source().open()) {
            return PostgresUrl.describe(connection.url());
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be reached.", e);
        }
    }

    /** {@return where the database stands} */
    public MigrationStatus status() {
        return read(connection -> standing(connection).status());
    }

    /** {@return how this build's scripts compare with what the database says was run} */
    public Validation validate() {
        return read(connection -> {
            Revisions own = Revisions.of(environment.scripts().read().all());
            Situation situation = look(own, connection);
            Revisions all = new KeptRevisions(situation, connection).withThisBuilds();
            return new Validator(situation, all, connection).validate();
        });
    }

    /**
     * Looks one revision up.
     *
     * @param target as Alembic reads it
     */
    public RevisionDetail revision(String target) {
        return read(connection -> {
            Standing standing = standing(connection);
            Revision revision = standing.all().graph().resolveOne(target);
            RevisionScript script = standing.all().find(revision.id());
            return new RevisionDetail(standing.status(revision), script == null ? null : script.text());
        });
    }

    /**
     * Reads the history, newest first; empty where Retort has not been.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        return read(connection -> {
            DatabaseState state = look(Revisions.of(List.of()), connection).state();
            return state.hasHistory() ? new HistoryReader(connection, state.tables()).read(limit, before) : List.of();
        });
    }
}
