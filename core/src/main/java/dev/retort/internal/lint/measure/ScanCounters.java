/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts how often a transaction reads tables as a whole. The server's counters carry what earlier transactions of the session
 * have not reported yet: only differences within one transaction count.
 */
final class ScanCounters {

    private static final String COUNTERS = """
        SELECT c.oid::pg_catalog.int8, pg_catalog.pg_stat_get_xact_numscans(c.oid)
          FROM pg_catalog.pg_class AS c
         WHERE c.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
           AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m}'::pg_catalog."char"[])
           AND (?::pg_catalog.text IS NULL OR c.oid OPERATOR(pg_catalog.=) ANY (?::pg_catalog.oid[]))
        """;

    private final MigrationConnection connection;
    private final Map<Long, Long> counted = new HashMap<>();

    ScanCounters(MigrationConnection connection) {
        this.connection = connection;
    }

    /** Begins to count, in a transaction. */
    void begin() throws SQLException {
        counted.clear();
        counted.putAll(read(null));
    }

    /** {@return how often these tables were read since the last time that they were asked for} */
    Map<Long, Integer> since(Collection<Long> tables) throws SQLException {
        return more(read(tables.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))));
    }

    /** {@return how often all tables were read since then} */
    Map<Long, Integer> since() throws SQLException {
        return more(read(null));
    }

    private Map<Long, Integer> more(Map<Long, Long> read) {
        Map<Long, Integer> scans = new HashMap<>();
        read.forEach((oid, now) -> {
            Long before = counted.put(oid, now);
            int more = (int) (now - (before == null ? 0 : before));
            if (more > 0) {
                scans.put(oid, more);
            }
        });
        return scans;
    }

    private Map<Long, Long> read(@org.jspecify.annotations.Nullable String oids) throws SQLException {
        Map<Long, Long> counters = new HashMap<>();
        connection.query(COUNTERS, row -> counters.put(row.getLong(1), row.getLong(2)), oids, oids);
        return counters;
    }
}
