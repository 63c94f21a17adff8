/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import dev.retort.sql.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One physical connection for one run. It carries the lock and the work, so that losing one loses both.
 *
 * <p>In autocommit unless {@link #inTransaction} is at work. Closing gives the connection back as it was, or, after
 * {@link #retire}, ends it so that no pool hands it to somebody else. Not thread-safe.
 */
public final class MigrationConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MigrationConnection.class);

    private final Connection connection;
    private final PGConnection postgres;
    private final boolean autoCommit;
    private final boolean readOnly;
    private @Nullable SavedSettings saved;
    private @Nullable DriverModes savedModes;
    private @Nullable SessionPreamble preamble;
    private final ConnectionEvictor evictor;
    private final StatementSender sender;
    private final Transactions transactions;
    private boolean scripted;
    private boolean retired;
    private boolean closed;

    MigrationConnection(Connection connection, PGConnection postgres, ConnectionEvictor evictor) throws SQLException {
        this.evictor = evictor;
        this.connection = connection;
        this.postgres = postgres;
        this.sender = new StatementSender(connection, postgres);
        this.transactions = new Transactions(connection, sender);
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        if (readOnly) {
            connection.setReadOnly(false);
        }
    }

    /** {@return the backend's process id as the driver was told when it connected} */
    public int driverBackendPid() {
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

    /**
     * Sets the session up for migrations and remembers what it was, for {@link #close}.
     *
     * @param settings what was asked for
     */
    public void prepareSession(SessionSettings settings) throws SQLException {
        if (saved == null) {
            saved = SavedSettings.read(this, SessionPreamble.names(majorVersion()));
            savedModes = DriverModes.of(connection);
        }
        DriverModes.MIGRATING.applyTo(connection);
        preamble = SessionPreamble.of(settings, majorVersion(), saved.asMap());
        preamble.applyWhatTheServerTakes(this);
    }

    /** Sets the session up again, whatever the last script did to it; outside of a transaction. */
    public void renewSession() throws SQLException {
        requirePreamble().apply(this);
    }

    /** Sets {@code lock_timeout} for the session, for statements outside of a transaction. */
    public void setLockTimeout(Duration timeout) throws SQLException {
        execute("SET lock_timeout = " + timeout.toMillis());
    }

    /** Sets {@code lock_timeout} for the transaction that is open, together with the statement that comes next. */
    public void setLocalLockTimeout(Duration timeout) {
        sender.precedeNext("SET LOCAL lock_timeout = " + timeout.toMillis());
    }

    private SessionPreamble requirePreamble() {
        if (preamble == null) {
            throw new IllegalStateException("prepareSession comes first");
        }
        return preamble;
    }

    /** Runs a statement of a script as it stands: no parameters, no escapes; {@code COPY} data goes with it. */
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
        try (PreparedStatement statement = prepareOnce(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(mapper.map(rows));
            }
            return result;
        }
    }

    /**
     * Takes the session's role again, whatever a script did to it, sets the session up as it was, and runs a query that gives
     * exactly one row: all in one round trip. With the transaction that is open, the settings commit or roll back.
     */
    public <T extends @Nullable Object> T queryOneAsSelf(
            String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        SessionPreamble session = requirePreamble();
        List<@Nullable Object> all = new ArrayList<>(session.parameters());
        all.addAll(Arrays.asList(parameters));
        String statements = session.setRole() + "; " + SessionPreamble.SET + "; " + sql;
        try (PreparedStatement statement = prepare(statements, all.toArray())) {
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return mapper.map(rows);
            }
        }
    }

    /** Takes the session's role again, whatever a script did to it, and runs a statement: both in one round trip. */
    public void updateAsSelf(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(requirePreamble().setRole() + "; " + sql, parameters)) {
            statement.execute();
        }
    }

    /**
     * Runs a statement with parameters.
     *
     * @return how many rows it changed; of a statement that answers with rows, how many these are
     */
    public long update(String sql, @Nullable Object... parameters) throws SQLException {
        scripted = true;
        try (PreparedStatement statement = prepareOnce(sql, parameters)) {
            return statement.execute() ? count(statement.getResultSet()) : statement.getLargeUpdateCount();
        }
    }

    private static long count(ResultSet rows) throws SQLException {
        long count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    /**
     * Runs one statement as it stands: no parameters, no escapes.
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

    /** Planned anew each time: a revision may change between two of its queries what they give. */
    private PreparedStatement prepareOnce(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepare(sql, parameters);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        sender.sendOpening();
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Parameters.set(statement, i + 1, parameters[i]);
        }
        return statement;
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
     * Within {@link #inTransaction}: commits what was done so far, runs work outside of a transaction, and begins another
     * transaction for what comes after, also when the work fails.
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

    /** {@return whether it was given back} */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Gives the connection back as it was. After scripts, which may have done anything to the session, and when in doubt,
     * the session is ended instead, so that no pool hands it to somebody else.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        retired |= transactions.isInDoubt();
        restore();
        if (retired || scripted) {
            endSession();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The connection was already gone when it was given back", e);
        }
    }

    private void restore() {
        try {
            if (saved != null && savedModes != null && !retired && !scripted) {
                saved.restore(this);
                savedModes.applyTo(connection);
            }
            if (readOnly) {
                connection.setReadOnly(true);
            }
            if (!autoCommit) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            log.debug("The session could not be restored and is ended", e);
            retired = true;
        }
    }

    private void endSession() {
        try {
            evictor.evict(connection);
        } catch (SQLException e) {
            log.debug("The session had ended before", e);
        }
    }
}
