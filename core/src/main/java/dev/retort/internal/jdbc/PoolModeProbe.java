/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.jdbc.support.PoolMode;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a pooler leaves a session to its client. Changes nothing: single SELECT statements, each a
 * transaction.
 *
 * <p>While the client is idle, no other client may use its session. A pool that shares sessions gives it away at once
 * when it takes the session that was used last, or when clients wait; a pool that takes turns gives it away after as
 * many transactions as it has sessions. So a second client runs that many, and looks after each in
 * {@code pg_stat_activity} whether the first one's last statement is still the session's last. That the first client
 * meets another session is proof too.
 */
final class PoolModeProbe {

    private static final Logger log = LoggerFactory.getLogger(PoolModeProbe.class);
    private static final int ROUNDS = 8;
    private static final int MOST_TURNS = 200;

    private static final String OWN = "/* %s */ SELECT pg_catalog.pg_backend_pid()";

    /** The session's own process id, how many sessions such a pool can have, and what another session did last. */
    private static final String LOOK = """
        SELECT pg_catalog.pg_backend_pid(),
               (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity AS p
                WHERE (p.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
                    AND (p.usename OPERATOR(pg_catalog.=) SESSION_USER)),
               a.pid IS NULL, a.state, pg_catalog.strpos(a.query, ?::pg_catalog.text)
        FROM (VALUES (1)) AS one (n)
        LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) ?::integer
        """;

    private final MigrationConnection connection;
    private final ConnectionSource source;
    private @Nullable Integer backend;

    PoolModeProbe(MigrationConnection connection, ConnectionSource source) {
        this.connection = connection;
        this.source = source;
    }

    /**
     * Refuses a pooler that shares sessions, and one of which that cannot be known.
     *
     * @throws UnsupportedDatabaseException with the mode and what proves it
     */
    void requireSessionMode() throws SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            requireOneSession();
            Optional<MigrationConnection> second =
                    new SecondConnection(source, connection.isUnpooled()).open(this::requireOneSession);
            if (second.isEmpty()) {
                log.info("The connection goes through a pooler in session mode without a second session:"
                        + " Retort cannot see which session blocks the run");
                return;
            }
            try (MigrationConnection other = second.get()) {
                other.withoutNamedStatements(() -> requireUnshared(other));
            }
        }
        requireOneSession();
        log.info("The connection goes through a pooler in session mode (backend {})", backend);
    }

    /** Runs a statement of this client, which makes a mark, and refuses when it meets another session than before. */
    private String requireOneSession() throws SQLException {
        String mark = UUID.randomUUID().toString();
        int pid = connection.queryOne(OWN.formatted(mark), row -> row.getInt(1));
        if (backend != null && backend != pid) {
            throw shared("Two statements of one connection ran on the backends " + backend + " and " + pid + ".", null);
        }
        backend = pid;
        return mark;
    }

    private boolean requireUnshared(MigrationConnection second) throws SQLException {
        String mark = requireOneSession();
        long sessions = 1;
        for (int turn = 0; turn < Math.min(sessions + 3, MOST_TURNS); turn++) {
            Look look = second.queryOne(LOOK, Look::read, mark, backend);
            if (backend != null && look.pid() == backend) {
                throw shared("Backend " + backend + " served two connections at once.", second);
            }
            if (look.isUsed()) {
                throw shared("Backend " + backend + " served another client between two statements.", second);
            }
            sessions = look.sessions();
        }
        return true;
    }

    private record Look(
            int pid,
            long sessions,
            boolean ended,
            @Nullable String state,
            @Nullable Integer place) {

        static Look read(ResultSet row) throws SQLException {
            return new Look(
                    row.getInt(1),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getObject(5, Integer.class));
        }

        /** Where the server hides or does not track what sessions do, it says no state, or {@code disabled}. */
        boolean isUsed() {
            boolean known = state != null && !state.equals("disabled");
            return ended || (known && (!"idle".equals(state) || (place != null && place == 0)));
        }
    }

    private UnsupportedDatabaseException shared(String evidence, @Nullable MigrationConnection second) {
        return UnsupportedDatabaseException.pooler(mode(second == null ? connection : second), evidence);
    }

    /** A pool of statements refuses a transaction, and pgbouncer disconnects the client that begins one. */
    private static PoolMode mode(MigrationConnection client) {
        try {
            client.inTransaction(() -> client.queryOne("SELECT 1", row -> row.getInt(1)));
            return PoolMode.TRANSACTION;
        } catch (SQLException e) {
            client.retire();
            boolean refused = SqlState.isConnectionLost(e)
                    || String.valueOf(e.getMessage()).contains("statement pooling");
            log.debug("The pooler refused a transaction", e);
            return refused ? PoolMode.STATEMENT : PoolMode.TRANSACTION;
        }
    }
}
