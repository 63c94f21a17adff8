/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.ConcurrentIndexBuild;
import dev.retort.internal.sql.ConcurrentIndexDrop;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.PartialRevisionException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells from the catalog how a concurrent index build or drop ended whose process died.
 *
 * <p>An index is taken for the statement's own only when its name and its definition are the statement's, and it is
 * dropped only if it is INVALID and no session is building it: a DBA's running build is INVALID too. The progress view
 * hides builds of other roles, but {@code pg_locks} shows the SHARE UPDATE EXCLUSIVE lock of the build.
 */
public final class ConcurrentIndexes {

    private static final Logger log = LoggerFactory.getLogger(ConcurrentIndexes.class);
    private static final String COPY = "retort_index_definition";

    private static final String INDEX = """
        SELECT i.indisvalid, i.indisunique, pg_catalog.pg_get_indexdef(i.indexrelid),
               EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index AS p
                       WHERE p.index_relid OPERATOR(pg_catalog.=) i.indexrelid)
                   OR EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                       WHERE l.locktype OPERATOR(pg_catalog.=) 'relation'
                         AND l.relation OPERATOR(pg_catalog.=) i.indrelid
                         AND l.database OPERATOR(pg_catalog.=) (SELECT oid FROM pg_catalog.pg_database
                             WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
                         AND l.mode OPERATOR(pg_catalog.=) 'ShareUpdateExclusiveLock' AND l.granted
                         AND l.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()),
               n.nspname
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        """;

    private static final String OF_TABLE = INDEX + "WHERE c.relname OPERATOR(pg_catalog.=) ?"
            + " AND i.indrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)";
    private static final String BY_NAME = INDEX + "WHERE i.indexrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)";

    private final MigrationConnection connection;

    ConcurrentIndexes(MigrationConnection connection) {
        this.connection = connection;
    }

    /** The outcome of a statement. */
    enum Outcome {
        /** It took effect. */
        DONE,
        /** It did not, and can be run again. */
        AGAIN,
        /** The catalog does not tell. */
        UNKNOWN
    }

    private record Index(boolean valid, boolean building, String definition, String schema) {}

    /**
     * Reads, before a statement runs, how the server renders the index that it builds or drops.
     *
     * @return the rendering; {@code null} for other statements, and where the server cannot be asked
     * @throws PartialRevisionException when {@code IF NOT EXISTS} would pass over an INVALID index
     */
    @Nullable
    String definitionToBe(SqlStatement statement, PlannedStep step) throws SQLException {
        StatementTraits traits = StatementTraits.of(statement);
        if (traits instanceof ConcurrentIndexDrop drop) {
            Index index = find(drop);
            return index == null ? null : index.definition();
        }
        if (!(traits instanceof ConcurrentIndexBuild build)) {
            return null;
        }
        Index existing = find(build);
        if (existing != null && !existing.valid() && build.ifNotExists()) {
            throw new PartialRevisionException(
                    step.revision(),
                    "Index " + build.indexName() + " exists and is INVALID; IF NOT EXISTS would skip it"
                            + (existing.building() ? ", and another session is building it." : "."),
                    "Wait for the other build, or drop the index and try again.");
        }
        return render(build);
    }

    /** Builds the index on an empty copy of the table, in a separate transaction, and reads its definition. */
    private @Nullable String render(ConcurrentIndexBuild build) {
        String copy = "pg_temp." + COPY;
        try {
            return connection.inTransaction(() -> {
                connection.execute("CREATE TEMPORARY TABLE " + COPY + " (LIKE "
                        + Identifiers.quote(build.schema(), build.table()) + " INCLUDING GENERATED) ON COMMIT DROP");
                connection.execute(
                        "CREATE " + (build.unique() ? "UNIQUE " : "") + "INDEX ON " + copy + " " + build.definition());
                return connection.queryOne(
                        "SELECT i.indisunique, pg_catalog.pg_get_indexdef(i.indexrelid) FROM pg_catalog.pg_index AS i"
                                + " WHERE i.indrelid OPERATOR(pg_catalog.=) '" + copy + "'::pg_catalog.regclass",
                        row -> definition(row.getBoolean(1), row.getString(2)));
            });
        } catch (SQLException e) {
            log.debug("The definition of index {} cannot be computed in advance", build.indexName(), e);
            return null;
        }
    }

    /** What is left of a rendered definition without the names of index and table. */
    private static String definition(boolean unique, String rendered) {
        return (unique ? "UNIQUE" : "") + rendered.substring(rendered.indexOf(" USING "));
    }

    /**
     * Finds out how a statement ended that was begun by a process that died; drops what a dead build left INVALID.
     *
     * @param statement the statement
     * @param definition what {@link #definitionToBe} said before it ran
     */
    Outcome settle(SqlStatement statement, @Nullable String definition) throws SQLException {
        StatementTraits traits = StatementTraits.of(statement);
        if (traits instanceof ConcurrentIndexBuild build) {
            return settleBuild(find(build), build, definition);
        }
        if (traits instanceof ConcurrentIndexDrop drop) {
            Index index = find(drop);
            return index == null
                    ? Outcome.DONE
                    : index.definition().equals(definition) ? Outcome.AGAIN : Outcome.UNKNOWN;
        }
        return Outcome.UNKNOWN;
    }

    private Outcome settleBuild(@Nullable Index index, ConcurrentIndexBuild build, @Nullable String definition)
            throws SQLException {
        if (index == null) {
            return Outcome.AGAIN;
        }
        if (!index.definition().equals(definition) || index.building()) {
            return Outcome.UNKNOWN;
        }
        if (index.valid()) {
            return Outcome.DONE;
        }
        log.info("Index {} is INVALID after a failed build; dropping it to build it again", build.indexName());
        connection.execute("DROP INDEX CONCURRENTLY " + Identifiers.quote(index.schema(), build.indexName()));
        return Outcome.AGAIN;
    }

    private @Nullable Index find(ConcurrentIndexBuild build) throws SQLException {
        return one(OF_TABLE, build.indexName(), Identifiers.quote(build.schema(), build.table()));
    }

    private @Nullable Index find(ConcurrentIndexDrop drop) throws SQLException {
        return one(BY_NAME, Identifiers.quote(drop.schema(), drop.indexName()));
    }

    private @Nullable Index one(String sql, Object... parameters) throws SQLException {
        List<Index> found = connection.query(
                sql,
                row -> new Index(
                        row.getBoolean(1),
                        row.getBoolean(4),
                        definition(row.getBoolean(2), row.getString(3)),
                        row.getString(5)),
                parameters);
        return found.isEmpty() ? null : found.get(0);
    }
}
