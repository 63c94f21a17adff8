/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Sizes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the sizes of a database; waits for no lock longer than a moment. */
public final class SizeReader {

    /** {@code reltuples} is -1 where nothing is known, and was 0 for that before 14. */
    private static final String TABLES = """
        SELECT c.oid::pg_catalog.int8,
               COALESCE((SELECT h.inhparent::pg_catalog.int8 FROM pg_catalog.pg_inherits AS h
                          WHERE h.inhrelid OPERATOR(pg_catalog.=) c.oid AND c.relispartition), 0::bigint),
               pg_catalog.concat(n.nspname, '.', c.relname), c.reltuples::bigint,
               SIZES
          FROM pg_catalog.pg_class AS c
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,p}'::pg_catalog."char"[])
           AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
           AND (?::boolean
                OR pg_catalog.concat(n.nspname, '.', c.relname) OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[]))
        """;

    private static final String FILES =
            "COALESCE(pg_catalog.pg_relation_size(c.oid::pg_catalog.regclass, 'main'), 0::bigint),"
                    + " COALESCE(pg_catalog.pg_relation_size(c.reltoastrelid::pg_catalog.regclass, 'main'), 0::bigint),"
                    + " COALESCE(pg_catalog.pg_indexes_size(c.oid::pg_catalog.regclass), 0::bigint)";
    private static final String PAGES = "c.relpages::bigint OPERATOR(pg_catalog.*) 8192::bigint, 0::bigint,"
            + " COALESCE((SELECT pg_catalog.sum(x.relpages::bigint)::bigint FROM pg_catalog.pg_index AS i"
            + " JOIN pg_catalog.pg_class AS x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid"
            + " WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid), 0::bigint) OPERATOR(pg_catalog.*) 8192::bigint";
    private static final String INDEXES = """
        SELECT pg_catalog.concat(n.nspname, '.', c.relname), c.relpages::bigint OPERATOR(pg_catalog.*) 8192::bigint
          FROM pg_catalog.pg_class AS c
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE c.relkind OPERATOR(pg_catalog.=) 'i'::pg_catalog."char"
           AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
        """;

    private record Row(long oid, long parent, String name, RelationSize size) {}

    private final MigrationConnection connection;

    /**
     * Reads with a session.
     *
     * @param connection the session, outside of a transaction
     */
    public SizeReader(MigrationConnection connection) {
        this.connection = connection;
    }

    /** {@return the sizes of all tables and indexes} */
    public Sizes read() throws SQLException {
        return new Sizes(summed(tables(null)), indexes());
    }

    /**
     * {@return the sizes of these tables and materialized views, and of all indexes; asking for the file of every table and of
     *     every index of a thousand tables takes longer than reading their definitions}
     *
     * @param tables names with schema, of partitioned tables with all of their partitions
     */
    Sizes read(Collection<String> tables) throws SQLException {
        return new Sizes(summed(tables(tables)), indexes());
    }

    private Map<String, Long> indexes() throws SQLException {
        Map<String, Long> indexes = new HashMap<>();
        connection.query(INDEXES, row -> indexes.put(row.getString(1), row.getLong(2)));
        return indexes;
    }

    /** The size of a file needs a lock, which the number of pages in the catalog does not. */
    private List<Row> tables(@Nullable Collection<String> names) throws SQLException {
        try {
            return connection.inTransaction(() -> {
                connection.execute("SET LOCAL lock_timeout = 500");
                return rows(FILES, names);
            });
        } catch (SQLException e) {
            SqlState.requireServerAnswer(e);
            return rows(PAGES, names);
        }
    }

    private List<Row> rows(String sizes, @Nullable Collection<String> names) throws SQLException {
        List<String> only = names == null ? List.of() : List.copyOf(names);
        return connection.query(TABLES.replace("SIZES", sizes), SizeReader::row, names == null, only);
    }

    private static Row row(ResultSet row) throws SQLException {
        long heap = row.getLong(5);
        long rows = row.getLong(4);
        boolean unknown = rows < 0 || (rows == 0 && heap > 0);
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                new RelationSize(unknown ? -1 : rows, heap, row.getLong(6), row.getLong(7)));
    }

    /** A partitioned table has no file: its partitions have. */
    private static Map<String, RelationSize> summed(List<Row> rows) {
        Map<Long, Row> byOid = new HashMap<>();
        rows.forEach(row -> byOid.put(row.oid(), row));
        Set<Long> parents = rows.stream().map(Row::parent).collect(Collectors.toSet());
        Map<String, RelationSize> sizes = new HashMap<>();
        for (Row row : rows) {
            if (parents.contains(row.oid())) {
                continue;
            }
            sizes.put(row.name(), row.size());
            Row parent = byOid.get(row.parent());
            while (parent != null) {
                sizes.merge(parent.name(), row.size(), RelationSize::plus);
                parent = byOid.get(parent.parent());
            }
        }
        return sizes;
    }
}
