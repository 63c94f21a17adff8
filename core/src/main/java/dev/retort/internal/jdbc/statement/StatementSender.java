/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends statements unchanged: no parameters, no escapes. The statement that opens a transaction waits for the next
 * statement and goes to the server in one message with it: otherwise it would be another round trip for each revision.
 * A transaction of a marked session begins with a check of the mark.
 */
public final class StatementSender {

    private static final Logger log = LoggerFactory.getLogger(StatementSender.class);

    private final Connection connection;
    private final PGConnection postgres;
    private @Nullable SessionMark mark;
    private boolean strayed;
    private String opening = "";

    public StatementSender(Connection connection, PGConnection postgres) {
        this.connection = connection;
        this.postgres = postgres;
    }

    /** Has each transaction from now on look for a mark first. */
    public void require(SessionMark sessionMark) {
        mark = sessionMark;
    }

    /** {@return whether a transaction began on another session} */
    public boolean hasStrayed() {
        return strayed;
    }

    /** Says that a transaction begins with the statement that comes next. */
    void begin() {
        opening = check();
    }

    private String check() {
        return mark == null ? "" : mark.check();
    }

    /** Has a statement precede the next one. */
    public void precedeNext(String statement) {
        opening += statement + "; ";
    }

    /** Sends what still waits: what comes next goes another way. */
    void sendOpening() throws SQLException {
        if (!opening.isEmpty()) {
            execute("");
        }
    }

    /** {@return what is to precede a statement of Retort's own, which the caller sends with it} */
    String takeOpening() throws SQLException {
        String first = connection.getAutoCommit() ? check() : opening;
        opening = "";
        return first;
    }

    /** Forgets what still waits: its transaction is over. */
    void forgetOpening() {
        opening = "";
    }

    /** Runs one statement. */
    public void execute(String sql) throws SQLException {
        String message = opening + sql;
        opening = "";
        send(message);
    }

    /** Runs one statement of Retort's own, on the marked session only. */
    public void executeOwn(String sql) throws SQLException {
        send(takeOpening() + sql);
    }

    private void send(String message) throws SQLException {
        onOwnSession(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(message);
                logWarnings(statement);
                return true;
            }
        });
    }

    /**
     * Does work that begins with what {@link #takeOpening} gave.
     *
     * @throws SessionChangedException when it met another session than the marked one, and did nothing
     */
    <T extends @Nullable Object> T onOwnSession(SqlWork<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException e) {
            if (mark == null || !mark.isMissing(e)) {
                throw e;
            }
            strayed = true;
            throw new SessionChangedException(e);
        }
    }

    /** Runs one statement, which gives no rows, and tells how many it changed. */
    public long change(String sql) throws SQLException {
        sendOpening();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            long rows = statement.executeLargeUpdate(sql);
            logWarnings(statement);
            return rows;
        }
    }

    private static void logWarnings(Statement statement) throws SQLException {
        for (SQLException warning = statement.getWarnings(); warning != null; warning = warning.getNextException()) {
            log.info("Server: {}", warning.getMessage());
        }
    }

    /** Runs a {@code COPY ... FROM stdin} with its data. */
    public void copy(String sql, String data) throws SQLException {
        sendOpening();
        try {
            postgres.getCopyAPI().copyIn(sql, new StringReader(data));
        } catch (IOException e) {
            throw new SQLException("The COPY data could not be sent: " + e.getMessage(), e);
        }
    }
}
