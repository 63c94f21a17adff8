/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes what long statements did to whole tables, from which {@code lint} learns how fast this database reads and writes: only
 * statements that do one thing to one table, and only in the transaction in which they ran. The first that may be such a statement costs its step a query.
 */
final class WorkMeter {

    /** Shorter ones say more of the machine's other work than of the disk. */
    private static final Duration LONG = Duration.ofMillis(500);

    private static final String TABLES = """
        SELECT DISTINCT c.oid::pg_catalog.int8, pg_catalog.concat(n.nspname, '.', c.relname),
               pg_catalog.pg_stat_get_xact_numscans(c.oid),
               COALESCE(pg_catalog.pg_relation_size(c.oid::pg_catalog.regclass, 'main'), 0::bigint)
                   OPERATOR(pg_catalog.+)
                   COALESCE(pg_catalog.pg_relation_size(c.reltoastrelid::pg_catalog.regclass, 'main'), 0::bigint),
               (SELECT pg_catalog.count(*) FROM pg_catalog.pg_index AS i
                 WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid)
          FROM pg_catalog.pg_locks AS l
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) l.relation
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
           AND l.locktype OPERATOR(pg_catalog.=) 'relation'
           AND l.mode OPERATOR(pg_catalog.=) ANY (
               '{ShareLock,ShareRowExclusiveLock,ExclusiveLock,AccessExclusiveLock}'::pg_catalog.text[])
           AND c.relkind OPERATOR(pg_catalog.=) 'r'::pg_catalog."char"
        """;

    /** A session has counts of earlier transactions, until it hands them over when it is idle. */
    private static final String COUNTED = """
        SELECT c.oid::pg_catalog.int8, pg_catalog.pg_stat_get_xact_numscans(c.oid)
          FROM pg_catalog.pg_class AS c
         WHERE c.relkind OPERATOR(pg_catalog.=) 'r'::pg_catalog."char"
           AND pg_catalog.pg_stat_get_xact_numscans(c.oid) OPERATOR(pg_catalog.>) 0::bigint
        """;

    private final MigrationConnection connection;
    private final Map<Long, Long> counted = new HashMap<>();
    private final List<String> work = new ArrayList<>();
    private Optional<WorkKind> kind = Optional.empty();
    private boolean counting;

    WorkMeter(MigrationConnection connection) {
        this.connection = connection;
    }

    /** Forgets what an earlier step or attempt did. */
    void begin() {
        counted.clear();
        counting = false;
        work.clear();
    }

    /** {@return what was noted since the beginning: kind, passes, bytes of a pass, milliseconds, table} */
    List<String> taken() {
        List<String> taken = List.copyOf(work);
        begin();
        return taken;
    }

    private record Count(long oid, long scans) {}

    /** Looks what the session has counted before the first statement of the step that may be noted. */
    void before(SqlStatement statement) throws SQLException {
        kind = WorkKind.of(statement.tokens());
        if (kind.isPresent() && !counting) {
            connection
                    .query(COUNTED, row -> new Count(row.getLong(1), row.getLong(2)))
                    .forEach(count -> counted.put(count.oid(), count.scans()));
            counting = true;
        }
    }

    /**
     * Notes the statement that ran, in its transaction.
     *
     * @param took how long it took
     */
    void ran(Duration took) throws SQLException {
        if (kind.isPresent() && took.compareTo(LONG) >= 0) {
            note(kind.get(), took);
        }
    }

    private record Read(long oid, String table, long scans, long bytes, long indexes) {}

    private void note(WorkKind kind, Duration took) throws SQLException {
        List<Read> read = new ArrayList<>();
        for (Read table : connection.query(
                TABLES,
                row -> new Read(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))) {
            Long before = counted.put(table.oid(), table.scans());
            long scans = table.scans() - (before == null ? 0 : before);
            if (scans > 0) {
                read.add(new Read(table.oid(), table.table(), scans, table.bytes(), table.indexes()));
            }
        }
        if (read.size() == 1 && kind.takes(read.get(0).scans(), read.get(0).indexes())) {
            Read table = read.get(0);
            work.add(kind + " " + table.scans() + " " + table.bytes() + " " + took.toMillis() + " " + table.table());
        }
    }
}
