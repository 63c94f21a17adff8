/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.error.RetortException;
import dev.retort.event.LockWait;
import dev.retort.event.MigrationListener;
import dev.retort.event.StatementProgress;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryWriter;
import dev.retort.internal.history.RunIdentity;
import dev.retort.internal.history.ServerFacts;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.internal.history.TableCreator;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.watch.Watcher;
import dev.retort.internal.lock.LockKey;
import dev.retort.internal.lock.MigrationLock;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.Revisions;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session that is set up for migrations and holds the migration lock, until it is closed. */
public final class LockedRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LockedRun.class);

    private final RunEnvironment environment;
    private final MigrationConnection connection;
    private final MigrationLock lock;
    private final Watcher watcher;

    private LockedRun(RunEnvironment environment, MigrationConnection connection, MigrationLock lock, Watcher watcher) {
        this.environment = environment;
        this.connection = connection;
        this.lock = lock;
        this.watcher = watcher;
    }

    /**
     * Sets the session up and takes the lock.
     *
     * @param tables where the version table is, or will be: its name is the lock's
     */
    public static LockedRun open(
            RunEnvironment environment, MigrationConnection connection, ServerFacts server, Tables tables)
            throws SQLException {
        connection.prepareSession(environment.session());
        for (String notice : connection.notices()) {
            log.info("{}", notice);
            tell(environment, listener -> listener.onNotice(notice));
        }
        LockKey key = LockKey.of(tables.schema(), tables.names().version());
        MigrationLock lock = new MigrationLock(connection, key, environment.sleeper(), (waited, holder) -> {
            LockWait wait = new LockWait(waited, holder);
            log.info("{}", wait);
            tell(environment, listener -> listener.whileWaiting(wait));
        });
        lock.acquire(environment.policy().waitForLock());
        return new LockedRun(environment, connection, lock, watcher(environment, server));
    }

    private static Watcher watcher(RunEnvironment environment, ServerFacts server) {
        return new Watcher(environment.source(), server.backendPid(), watched -> {
            StatementProgress progress = new StatementProgress(
                    watched.description(), watched.running(), watched.blockers(), watched.phase(), watched.percent());
            tell(environment, listener -> listener.whileRunning(progress));
        });
    }

    /** Tells listeners what happened before the steps. */
    public void tell(String notice) {
        tell(environment, listener -> listener.onNotice(notice));
    }

    /** Tells listeners of what cannot change the run any more: their exceptions do not either. */
    private static void tell(RunEnvironment environment, Consumer<MigrationListener> call) {
        for (MigrationListener listener : environment.listeners()) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                log.warn("The listener {} failed at an event of the run", listener, e);
            }
        }
    }

    /** Work under the lock without a plan. */
    @FunctionalInterface
    public interface Work {
        /** Does the work with the state that was read under the lock. */
        void run(LockedRun run, DatabaseState state) throws SQLException;
    }

    /**
     * Opens a connection, takes the lock, reads the state, does the work, and releases both.
     *
     * @param failure says what could not be done when the database refuses
     */
    public static void alone(RunEnvironment environment, String failure, Work work) {
        Revisions none = Revisions.of(List.of());
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            DatabaseState before = environment.look(none, connection).state();
            SharedTablesException.refuse(before);
            try (LockedRun run = open(environment, connection, before.server(), before.tables())) {
                work.run(run, environment.look(none, connection).state());
            }
        } catch (SQLException e) {
            throw new DatabaseException(failure, e);
        }
    }

    public MigrationConnection connection() {
        return connection;
    }

    public MigrationLock lock() {
        return lock;
    }

    /** {@return what runs the statements of scripts} */
    public StatementExecutor executor() {
        return new StatementExecutor(connection, watcher);
    }

    /** Creates the schemas and tables that are missing. */
    public void createMissing(DatabaseState state) throws SQLException {
        createSchemas(state);
        new TableCreator(connection).createMissing(state);
    }

    /** Creates the schemas that are missing. */
    public void createSchemas(DatabaseState state) throws SQLException {
        TableCreator creator = new TableCreator(connection);
        String schema = environment.session().schema();
        if (schema != null) {
            requireSchema(creator, schema);
        }
        requireSchema(creator, state.tables().schema());
    }

    private void requireSchema(TableCreator creator, String schema) throws SQLException {
        boolean exists = connection.queryOne(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname OPERATOR(pg_catalog.=) ?)",
                row -> row.getBoolean(1),
                schema);
        if (exists) {
            return;
        }
        if (!environment.policy().createSchema()) {
            throw new RetortException(
                    "Schema " + schema + " does not exist.",
                    "Retort creates schemas only with retort.create-schema=true.",
                    "Create it, or set retort.create-schema=true.");
        }
        connection.inTransaction(() -> {
            creator.createSchema(schema);
            return true;
        });
    }

    /** {@return what writes rows for this run} */
    public HistoryWriter historyWriter(Tables tables, RunIdentity identity) {
        return new HistoryWriter(
                connection, tables, identity, environment.policy().scriptTextLimit());
    }

    /** Gives everything up at once: the session is gone, and its lock with it. */
    public void abandon() {
        watcher.close();
        connection.retire();
        connection.close();
    }

    @Override
    public void close() {
        watcher.close();
        if (!connection.isClosed()) {
            lock.release();
        }
    }
}
