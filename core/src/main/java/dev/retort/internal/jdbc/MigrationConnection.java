/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.DriverModes;
import dev.retort.internal.jdbc.statement.ParameterStatements;
import dev.retort.internal.jdbc.statement.RowMapper;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.jdbc.statement.StatementSender;
import dev.retort.internal.jdbc.statement.Transactions;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.settings.SessionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * One physical connection for one run. It carries the lock and the work, so that losing one loses both.
 *
 * <p>In autocommit unless {@link #inTransaction} is at work. Closing returns the connection with its old settings, or, after
 * {@link #retire}, ends it so that no pool hands it out again. Not thread-safe.
 */
public final class MigrationConnection implements AutoCloseable {

    private final Connection connection;
    private final PGConnection postgres;
    private final ConnectionSource source;
    private final StatementSender sender;
    private final ParameterStatements statements;
    private final Transactions transactions;
    private final ConnectionRelease release;
    private @Nullable PreparedSession session;
    private boolean scripted;
    private boolean retired;
    private boolean closed;

    MigrationConnection(
            Connection connection, PGConnection postgres, ConnectionSource source, ConnectionEvictor evictor)
            throws SQLException {
        this.source = source;
        this.connection = connection;
        this.postgres = postgres;
        this.sender = new StatementSender(connection, postgres);
        this.transactions = new Transactions(connection, sender);
        this.statements = new ParameterStatements(connection, sender);
        this.release = new ConnectionRelease(connection, postgres, evictor);
    }

    /** {@return the backend's process id as the driver received it when it connected} */
    int driverBackendPid() {
        return postgres.getBackendPID();
    }

    /** {@return the address as the driver was given it, which may hold a password} */
    public String url() throws SQLException {
        return connection.getMetaData().getURL();
    }

    /** {@return the major version of the server} */
    public int majorVersion() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /** {@return whether it is the driver's own connection, not one that a pool lends} */
    boolean isUnpooled() {
        return connection == postgres;
    }

    /**
     * Sets the session up for migrations and remembers what it was, for {@link #close}.
     *
     * @param settings what was asked for
     * @throws UnsupportedDatabaseException when a pooler shares the session with other clients; nothing is set then
     */
    public void prepareSession(SessionSettings settings) throws SQLException {
        if (session == null) {
            PreparedSession own = PreparedSession.of(this, connection, source);
            own.prepare(settings);
            release.restorePrepareThreshold();
            sender.require(own.mark());
            session = own;
        } else {
            session.prepare(settings);
        }
    }

    /** {@return what the session's set-up overrides of the database's or role's own settings, a sentence each} */
    public List<String> notices() {
        return requireSession().notices();
    }

    /** Sets the session up again, whatever the last script did to it; outside of a transaction. */
    public void renewSession() throws SQLException {
        requireSession().preamble().apply(this);
    }

    /** Sets {@code lock_timeout} for the session, for statements outside of a transaction. */
    public void setLockTimeout(Duration timeout) throws SQLException {
        sender.executeOwn("SET lock_timeout = " + timeout.toMillis());
    }

    /** Sets {@code lock_timeout} for the transaction that is open, together with the statement that comes next. */
    public void setLocalLockTimeout(Duration timeout) {
        sender.precedeNext("SET LOCAL lock_timeout = " + timeout.toMillis());
    }

    private PreparedSession requireSession() {
        if (session == null) {
            throw new IllegalStateException("prepareSession comes first");
        }
        return session;
    }

    /** Clears the session, if it is still the one that was prepared. */
    void discardAll() throws SQLException {
        sender.executeOwn("");
        sender.execute("DISCARD ALL");
    }

    /** Remembers whether the session holds a lock. */
    void remember(AdvisoryLock lock, boolean held) {
        if (session != null) {
            session.remember(lock, held);
        }
    }

    /** Does work with statements that the driver neither names nor sends in parts: every pooler takes them. */
    <T extends @Nullable Object> T withoutNamedStatements(SqlWork<T> work) throws SQLException {
        return DriverModes.simply(connection, work);
    }

    /** Runs a statement of a script unchanged: no parameters, no escapes; with its {@code COPY} data. */
    public void execute(SqlStatement sql) throws SQLException {
        scripted = true;
        String data = sql.copyData();
        if (data == null) {
            sender.execute(sql.text());
        } else {
            sender.copy(sql.text(), data);
        }
    }

    /** Runs one statement. */
    public void execute(String sql) throws SQLException {
        sender.execute(sql);
    }

    /** Runs a query with parameters and reads all its rows. */
    public <T extends @Nullable Object> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        return statements.query(sql, mapper, parameters);
    }

    /** Runs a query of Retort's own, on the prepared session only, and reads all its rows. */
    <T extends @Nullable Object> List<T> queryOwn(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        return statements.queryOwn(sql, mapper, parameters);
    }

    /**
     * Runs a query with parameters and reads its rows some at a time; only in a transaction, in which the driver can do
     * that.
     *
     * @param fetchSize how many rows are read at a time
     */
    public void stream(String sql, int fetchSize, RowMapper<?> mapper, @Nullable Object... parameters)
            throws SQLException {
        statements.stream(sql, fetchSize, mapper, parameters);
    }

    /**
     * Takes the session's role again, whatever a script did to it, sets the session up as it was, and runs a query that
     * gives exactly one row: all in one round trip. With the transaction that is open, the settings commit or roll
     * back.
     *
     * @param before statements without parameters that come before the query
     */
    public <T extends @Nullable Object> T queryOneAsSelf(
            List<String> before, String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        SessionPreamble preamble = requireSession().preamble();
        List<@Nullable Object> all = new ArrayList<>(preamble.parameters());
        all.addAll(Arrays.asList(parameters));
        List<String> first = new ArrayList<>(List.of(preamble.setRole(), SessionPreamble.SET));
        first.addAll(before);
        return queryOwn(String.join("; ", first) + "; " + sql, mapper, all.toArray())
                .get(0);
    }

    /**
     * Takes the session's role again, whatever a script did to it, and runs statements: all in one round trip, and in
     * one transaction.
     *
     * @param before statements without parameters that come before the one that counts
     */
    public void updateAsSelf(List<String> before, String sql, @Nullable Object... parameters) throws SQLException {
        List<String> first = new ArrayList<>(List.of(requireSession().preamble().setRole()));
        first.addAll(before);
        statements.updateOwn(first, sql, parameters);
    }

    /**
     * Runs statements and, last, a query, whose rows it reads: all in one round trip, in the open transaction, or in a
     * new one if none is open.
     *
     * @param before the statements that come before the query, without parameters
     */
    public <T extends @Nullable Object> List<T> queryAfter(
            List<String> before, String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        return statements.queryAfter(before, sql, mapper, parameters);
    }

    /**
     * Runs a statement with parameters.
     *
     * @return the number of rows that it changed, or that it returned
     */
    public long update(String sql, @Nullable Object... parameters) throws SQLException {
        scripted = true;
        return statements.update(sql, parameters);
    }

    /**
     * Runs one statement unchanged: no parameters, no escapes.
     *
     * @return how many rows it changed
     */
    public long change(String sql) throws SQLException {
        scripted = true;
        return sender.change(sql);
    }

    /** Runs a query that gives exactly one row. */
    public <T extends @Nullable Object> T queryOne(String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        return query(sql, mapper, parameters).get(0);
    }

    /**
     * Runs work in a transaction: commits when it returns, rolls back on any {@link Throwable}.
     *
     * @throws SQLException from the work, or from the commit; what the roll-back says is suppressed in it
     */
    public <T extends @Nullable Object> T inTransaction(SqlWork<T> work) throws SQLException {
        return transactions.run(work);
    }

    /**
     * Within {@link #inTransaction}: commits what was done so far, runs work outside of a transaction, and begins
     * another transaction for what comes after, also when the work fails.
     *
     * @throws SQLException from the commit, or from the work; what ending it says is suppressed in it
     */
    public <T extends @Nullable Object> T outsideTransaction(SqlWork<T> work) throws SQLException {
        return transactions.leave(work);
    }

    /** Marks the connection as unfit for anybody else: closing ends the session instead of returning it to a pool. */
    public void retire() {
        retired = true;
    }

    /** {@return whether it was closed} */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Returns the connection with its old settings. After scripts, which may have changed anything in the session, and
     * when in doubt, the session is ended instead, so that no pool hands it out again.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean strayed = sender.hasStrayed();
        release.release(strayed ? null : session, retired || scripted || strayed || transactions.isInDoubt());
        if (sender.hasStrayed()) {
            requireSession().clearStray(source);
        }
    }
}
