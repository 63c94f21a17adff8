/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Sizes;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.settings.TableNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The schema of the real database, as far as it is read.
 *
 * @param schema the part of its schema that revisions can touch, without Retort's tables
 * @param whole whether that is all of it
 * @param sizes the sizes of that part, or those of the request
 * @param invalidIndexes its INVALID indexes
 * @param published the tables of its publications
 * @param runningOut how many percent of their range integer keys have used
 * @param oldestTransaction how old its oldest transaction is
 * @param remarks what limits the reading
 */
record RealSchema(
        DatabaseSchema schema,
        boolean whole,
        Sizes sizes,
        Set<String> invalidIndexes,
        Set<String> published,
        Map<String, Integer> runningOut,
        Duration oldestTransaction,
        List<String> remarks) {

    private static final String INVALID = """
        SELECT pg_catalog.concat(n.nspname, '.', c.relname)
          FROM pg_catalog.pg_index AS i
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
         WHERE NOT i.indisvalid AND c.relkind OPERATOR(pg_catalog.=) 'i'::pg_catalog."char"
        """;
    private static final String PUBLISHED =
            "SELECT pg_catalog.concat(schemaname, '.', tablename) FROM pg_catalog.pg_publication_tables";

    /**
     * Reads it.
     *
     * @param part what revisions can touch of a schema
     */
    static RealSchema read(RunEnvironment environment, LintRequest request, UnaryOperator<DatabaseSchema> part) {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            TableNames tables = environment.tables();
            DatabaseSchema all =
                    new CatalogReader().read(connection, Scope.ofDatabase().without(tables.schema(), tables.all()));
            DatabaseSchema schema = part.apply(all);
            boolean whole = schema.equals(all);
            List<String> names = relations(schema);
            Sizes given = request.sizes();
            Sizes sizes = given != null ? given : sizes(new SizeReader(connection), whole, names);
            return new RealSchema(
                    schema,
                    whole,
                    sizes,
                    names(connection, INVALID),
                    published(connection),
                    runningOut(connection, names),
                    oldestTransaction(connection),
                    List.of());
        } catch (SQLException e) {
            throw new DatabaseException("The schema of the database could not be read.", e);
        }
    }

    private static Sizes sizes(SizeReader reader, boolean whole, List<String> names) throws SQLException {
        return whole ? reader.read() : reader.read(names);
    }

    private static List<String> relations(DatabaseSchema schema) {
        return Stream.concat(
                        schema.tables().stream().map(Table::name),
                        schema.views().stream().map(view -> view.key().name()))
                .map(name -> name.schema() + "." + name.name())
                .toList();
    }

    /** Sequences that number a column of a type with a range; the last value is NULL before the first number. */
    private static final String RUNNING_OUT = """
        SELECT pg_catalog.concat(n.nspname, '.', c.relname, '.', a.attname),
               pg_catalog.pg_sequence_last_value(d.objid::pg_catalog.regclass)::numeric,
               t.typname
          FROM pg_catalog.pg_depend AS d
          JOIN pg_catalog.pg_class AS s ON s.oid OPERATOR(pg_catalog.=) d.objid
           AND s.relkind OPERATOR(pg_catalog.=) 'S'::pg_catalog."char"
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) d.refobjid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
           AND a.attnum::int OPERATOR(pg_catalog.=) d.refobjsubid
          JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
         WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
           AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
           AND d.deptype OPERATOR(pg_catalog.=) ANY ('{a,i}'::pg_catalog."char"[])
           AND CASE WHEN s.relkind OPERATOR(pg_catalog.=) 'S'::pg_catalog."char"
                    THEN pg_catalog.has_sequence_privilege(s.oid, 'SELECT') ELSE false END
           AND pg_catalog.concat(n.nspname, '.', c.relname) OPERATOR(pg_catalog.=) ANY (?::pg_catalog.text[])
        """;

    private static final String OLDEST = """
        SELECT COALESCE(pg_catalog.max(EXTRACT(epoch FROM pg_catalog.clock_timestamp()
                   OPERATOR(pg_catalog.-) xact_start)::bigint), 0::bigint)
          FROM pg_catalog.pg_stat_activity
         WHERE pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
           AND datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
        """;
    private static final int HALF = 50;

    private static Map<String, Integer> runningOut(MigrationConnection connection, List<String> tables)
            throws SQLException {
        Map<String, Integer> used = new HashMap<>();
        for (Map.Entry<String, Integer> column : connection.query(RUNNING_OUT, RealSchema::percent, tables)) {
            if (column.getValue() > HALF) {
                used.put(column.getKey(), column.getValue());
            }
        }
        return used;
    }

    private static Map.Entry<String, Integer> percent(ResultSet row) throws SQLException {
        double range = switch (row.getString(3)) {
            case "int2" -> Short.MAX_VALUE;
            case "int4" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return Map.entry(row.getString(1), (int) (row.getDouble(2) / range * 100));
    }

    private static Duration oldestTransaction(MigrationConnection connection) throws SQLException {
        return Duration.ofSeconds(connection.queryOne(OLDEST, row -> row.getLong(1)));
    }

    static Set<String> published(MigrationConnection connection) throws SQLException {
        return names(connection, PUBLISHED);
    }

    private static Set<String> names(MigrationConnection connection, String sql) throws SQLException {
        return new HashSet<>(connection.query(sql, row -> row.getString(1)));
    }
}
