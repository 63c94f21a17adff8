/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lock;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.watch.Blocker;
import dev.retort.status.RunInProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks from another session at the run that holds a migration lock. */
public final class LockObserver {

    private static final String HOLDER = "SELECT " + Blocker.COLUMNS + """
        , a.query, b.phase, (CASE
            WHEN b.blocks_total OPERATOR(pg_catalog.>) 0
                THEN (100 OPERATOR(pg_catalog.*) b.blocks_done) OPERATOR(pg_catalog./) b.blocks_total
            WHEN b.tuples_total OPERATOR(pg_catalog.>) 0
                THEN (100 OPERATOR(pg_catalog.*) b.tuples_done) OPERATOR(pg_catalog./) b.tuples_total END)::integer
        FROM pg_catalog.pg_locks AS l
        JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) l.pid
        LEFT JOIN pg_catalog.pg_stat_progress_create_index AS b ON b.pid OPERATOR(pg_catalog.=) l.pid
        WHERE\s""";

    /** The text that a run sends before a statement in the same message. */
    private static final Pattern PRELUDE =
            Pattern.compile("^(?:SHOW retort\\.session_\\w+; |SET LOCAL lock_timeout = \\d+; )+");

    private final MigrationConnection connection;
    private final LockKey key;

    /**
     * Creates an observer.
     *
     * @param connection any session of the database
     * @param key the key of the lock
     */
    public LockObserver(MigrationConnection connection, LockKey key) {
        this.connection = connection;
        this.key = key;
    }

    private record Holder(Blocker session, RunInProgress run) {

        static Holder read(ResultSet row) throws SQLException {
            Blocker session = Blocker.read(row);
            RunInProgress run = new RunInProgress(
                    session.toString(),
                    session.since(),
                    withoutPrelude(row.getString(6)),
                    row.getString(7),
                    row.getObject(8, Integer.class),
                    List.of());
            return new Holder(session, run);
        }
    }

    private static @Nullable String withoutPrelude(@Nullable String statement) {
        return statement == null ? null : PRELUDE.matcher(statement).replaceFirst("");
    }

    /** {@return the run that holds the lock; empty when none does} */
    public Optional<RunInProgress> find() throws SQLException {
        List<Holder> holders = connection.query(HOLDER + key.holderCondition(), Holder::read);
        return holders.isEmpty() ? Optional.empty() : Optional.of(withBlockers(holders.get(0)));
    }

    private RunInProgress withBlockers(Holder holder) throws SQLException {
        List<String> blockers = connection
                .query(Blocker.BLOCKERS, Blocker::read, holder.session().pid())
                .stream()
                .map(Blocker::toString)
                .toList();
        RunInProgress run = holder.run();
        return new RunInProgress(run.session(), run.openFor(), run.statement(), run.phase(), run.percent(), blockers);
    }
}
