/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds a lock that another waits for. Its query is omitted on purpose: it may contain secrets.
 *
 * @param pid its process id
 * @param user its database user; {@code null} for background workers
 * @param application its application name
 * @param state its state, such as {@code idle in transaction}
 * @param since how long its transaction has been open, such as {@code 00:05:10}; {@code null} when none is
 */
public record Blocker(
        int pid,
        @Nullable String user,
        @Nullable String application,
        @Nullable String state,
        @Nullable String since) {

    /** Columns for {@link #read}, from {@code pg_stat_activity AS a}. */
    public static final String COLUMNS =
            "a.pid, a.usename, a.application_name, a.state, pg_catalog.date_trunc('second',"
                    + " pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) a.xact_start)::pg_catalog.text";

    /**
     * A query with {@link #COLUMNS} for the sessions that hold what a session waits for; takes that session's process
     * id.
     */
    public static final String BLOCKERS = "SELECT " + COLUMNS
            + " FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS b(pid)"
            + " JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) b.pid ORDER BY a.pid";

    /** Reads the columns of {@link #COLUMNS}. */
    public static Blocker read(ResultSet row) throws SQLException {
        return new Blocker(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("pid ").append(pid).append(" (").append(user);
        if (application != null && !application.isEmpty()) {
            text.append(", ").append(application);
        }
        if (state != null) {
            text.append(", ").append(state);
        }
        if (since != null) {
            text.append(", transaction open for ").append(since);
        }
        return text.append(')').toString();
    }
}
