/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.event.MigrationListener;
import dev.retort.internal.history.AtHeadReader;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.StateReader;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.migration.RunArguments;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.RunPolicy;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that every run of one database uses.
 *
 * @param database the name of the database in the settings
 * @param scripts where the scripts come from
 * @param source opens connections
 * @param tables the names of Retort's tables
 * @param session how the session is set up
 * @param lockTimeouts how DDL waits for locks
 * @param policy what a run may do
 * @param listeners hear of runs and steps
 * @param sleeper waits between attempts
 * @param pendingCheck looks at revisions before a starting service runs them
 */
public record RunEnvironment(
        String database,
        ScriptRepository scripts,
        ConnectionSource source,
        TableNames tables,
        SessionSettings session,
        LockTimeouts lockTimeouts,
        RunPolicy policy,
        List<MigrationListener> listeners,
        Sleeper sleeper,
        PendingRevisionsCheck pendingCheck) {

    /** Copies the listeners. */
    public RunEnvironment {
        tables = session.role() == null ? tables : tables.trusting(List.of(session.role()));
        listeners = List.copyOf(listeners);
    }

    /** {@return this environment with runs that are refused while another run holds the lock} */
    public RunEnvironment withoutWaiting() {
        return new RunEnvironment(
                database,
                scripts,
                source,
                tables,
                session,
                lockTimeouts,
                policy.withoutWaiting(),
                listeners,
                sleeper,
                pendingCheck);
    }

    /** {@return this environment with more listeners, which hear after those that there are} */
    public RunEnvironment with(List<MigrationListener> more) {
        List<MigrationListener> all = new ArrayList<>(listeners);
        all.addAll(more);
        return new RunEnvironment(
                database, scripts, source, tables, session, lockTimeouts, policy, all, sleeper, pendingCheck);
    }

    /** {@return this environment for a trial: without listeners, and the session keeps its own role} */
    public RunEnvironment asTrial() {
        return new RunEnvironment(
                database,
                scripts,
                source,
                tables,
                session.withoutRole(),
                lockTimeouts,
                policy,
                List.of(),
                sleeper,
                PendingRevisionsCheck.NONE);
    }

    /** {@return this environment with other scripts} */
    public RunEnvironment reading(ScriptRepository other) {
        return new RunEnvironment(
                database, other, source, tables, session, lockTimeouts, policy, listeners, sleeper, pendingCheck);
    }

    /** {@return this environment for another database} */
    public RunEnvironment on(ConnectionSource other) {
        return new RunEnvironment(
                database, scripts, other, tables, session, lockTimeouts, policy, listeners, sleeper, pendingCheck);
    }

    /**
     * {@return this environment with the values of a command as placeholders, which are stronger than the settings'}
     */
    public RunEnvironment with(RunArguments arguments) {
        RunPolicy own = policy.withPlaceholders(arguments.values());
        return new RunEnvironment(
                database, scripts, source, tables, session, lockTimeouts, own, listeners, sleeper, pendingCheck);
    }

    /** {@return the schema of Retort's tables; {@code null} for where the session finds, or would create them} */
    @Nullable
    public String tableSchema() {
        return tables.schema() != null ? tables.schema() : session.schema();
    }

    /** Takes the role that the session is to have, for reading: the login user may not see the tables. */
    public void takeRole(MigrationConnection connection) throws SQLException {
        if (session.role() != null) {
            connection.prepareSession(session);
        }
    }

    AtHeadReader atHeadReader(MigrationConnection connection) {
        return new AtHeadReader(connection, tables, tableSchema(), session.schema());
    }

    StateReader reader(MigrationConnection connection) {
        return new StateReader(connection, tables, tableSchema(), session.schema());
    }

    /** Reads everything that the database says; refuses a server that cannot be migrated. */
    public MigrationState look(Revisions revisions, MigrationConnection connection) throws SQLException {
        MigrationState migrationState = lookOnly(revisions, connection);
        migrationState.state().server().requirePrimaryPostgres();
        return migrationState;
    }

    /** Reads everything that the database says, on a standby too. */
    public MigrationState lookOnly(Revisions revisions, MigrationConnection connection) throws SQLException {
        DatabaseState state = reader(connection).read();
        state.server().requirePostgres();
        return new MigrationState(revisions, state);
    }
}
