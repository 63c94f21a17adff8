/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.GuardedReader;
import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.TableGuard;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.VersionTable;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunKind;
import dev.retort.settings.TableNames;
import dev.retort.status.Hold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the database says of its revisions; changes nothing. Each query runs in autocommit. */
public final class StateReader {

    private static final String FACTS = """
        SELECT pg_catalog.version(), pg_catalog.pg_is_in_recovery(), pg_catalog.pg_backend_pid(),
               pg_catalog.current_schema(),
               (SELECT n.nspname FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
                WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(pg_catalog.quote_ident(?)))
        """;

    private static final String COLUMN = """
        SELECT a.atttypmod, t.typname FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        LEFT JOIN pg_catalog.pg_attribute AS a
            ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attname OPERATOR(pg_catalog.=) 'version_num'
            AND NOT a.attisdropped
        LEFT JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
        WHERE n.nspname OPERATOR(pg_catalog.=) ? AND c.relname OPERATOR(pg_catalog.=) ?
        """;

    private static final String TABLES = """
        SELECT pg_catalog.count(*), pg_catalog.count(a.attname) FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        LEFT JOIN pg_catalog.pg_attribute AS a
            ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND NOT a.attisdropped
            AND ((a.attname OPERATOR(pg_catalog.=) 'answer' AND c.relname OPERATOR(pg_catalog.=) ?)
                OR (a.attname OPERATOR(pg_catalog.=) 'hint' AND c.relname OPERATOR(pg_catalog.=) ?))
        WHERE n.nspname OPERATOR(pg_catalog.=) ? AND c.relname OPERATOR(pg_catalog.=) ANY (?)
            AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
        """;

    /**
     * A repair replaces the checksum and the parents of the revision; who applied it, and when, comes from the earlier
     * row.
     */
    private static final String RECORDED = """
        SELECT s.revision, s.operation, coalesce(r.down_revisions, s.down_revisions),
               coalesce(r.depends_on, s.depends_on), coalesce(r.description, s.description),
               coalesce(r.checksum, s.checksum), s.database_user, s.principal,
               s.started_at OPERATOR(pg_catalog.+)
                   pg_catalog.make_interval(secs => s.duration_ms OPERATOR(pg_catalog./) 1000.0) AS finished_at,
               s.duration_ms, CASE WHEN r.id IS NULL THEN s.message ELSE r.message END
        FROM (SELECT DISTINCT ON (revision) * FROM {history}
              WHERE outcome OPERATOR(pg_catalog.=) 'succeeded'
                  AND operation OPERATOR(pg_catalog.=) ANY ('{upgrade,downgrade,stamp}') AND revision IS NOT NULL
              ORDER BY revision, id DESC) AS s
        LEFT JOIN LATERAL (SELECT * FROM {history} AS h
            WHERE h.revision OPERATOR(pg_catalog.=) s.revision AND h.id OPERATOR(pg_catalog.>) s.id
                AND h.operation OPERATOR(pg_catalog.=) 'repair' AND h.outcome OPERATOR(pg_catalog.=) 'succeeded'
            ORDER BY h.id DESC LIMIT 1) AS r ON true
        """;

    private static final String HOLD = """
        SELECT operation, rows_after, known_revisions, principal, started_at FROM {history}
        WHERE operation OPERATOR(pg_catalog.=) ANY ('{hold,release}') ORDER BY id DESC LIMIT 1
        """;

    private static final String PROGRESS = """
        SELECT revision, operation, statement, fingerprint, state OPERATOR(pg_catalog.=) 'done', definition,
               pg_catalog.to_jsonb(p) OPERATOR(pg_catalog.->>) 'answer'
        FROM {progress} AS p ORDER BY revision, operation, statement
        """;

    private final MigrationConnection connection;
    private final GuardedReader reader;
    private final TableNames names;
    private final @Nullable String schema;
    private final @Nullable String scriptsSchema;

    /**
     * Creates a reader.
     *
     * @param connection where to read
     * @param names the names of the tables
     * @param schema the schema of the tables; {@code null} for where the session finds, or would create them
     * @param scriptsSchema the schema in which scripts work; {@code null} for the current one of the session
     */
    public StateReader(
            MigrationConnection connection, TableNames names, @Nullable String schema, @Nullable String scriptsSchema) {
        this.connection = connection;
        this.reader = new GuardedReader(connection, new TableGuard(names.trustedOwners()));
        this.names = names;
        this.schema = schema;
        this.scriptsSchema = scriptsSchema;
    }

    /** {@return everything, in a fixed number of queries} */
    public DatabaseState read() throws SQLException {
        Facts facts = connection.queryOne(FACTS, Facts::read, names.version());
        Tables tables = new Tables(
                schema == null ? facts.requireSchema() : schema,
                names,
                scriptsSchema == null ? facts.current() : scriptsSchema);
        VersionTable versionTable = versionTable(tables);
        OwnTables own = ownTables(tables);
        List<String> rows = versionTable == null ? List.of() : rows(tables);
        if (!own.exist()) {
            return new DatabaseState(
                    facts.server(),
                    tables,
                    versionTable,
                    false,
                    false,
                    rows,
                    Map.of(),
                    Map.of(),
                    null,
                    List.of(),
                    null);
        }
        return new DatabaseState(
                facts.server(),
                tables,
                versionTable,
                true,
                own.hasAllColumns(),
                rows,
                recorded(tables),
                proofs(tables),
                hold(tables),
                progress(tables),
                scope(tables));
    }

    private record Facts(
            ServerFacts server,
            @Nullable String current,
            @Nullable String schema) {
        static Facts read(ResultSet row) throws SQLException {
            ServerFacts server = new ServerFacts(row.getString(1), row.getBoolean(2), row.getInt(3));
            String visible = row.getString(5);
            return new Facts(server, row.getString(4), visible == null ? row.getString(4) : visible);
        }

        String requireSchema() {
            if (schema == null) {
                throw new RetortException(
                        "There is no schema to migrate.",
                        "The search_path of the migration's connection names no schema that exists.",
                        "Create it, or set retort.schema together with retort.create-schema=true.");
            }
            return schema;
        }
    }

    private @Nullable VersionTable versionTable(Tables tables) throws SQLException {
        List<VersionTable> found = connection.query(
                COLUMN, row -> versionTable(tables, row.getString(2), row.getInt(1)), tables.schema(), names.version());
        return found.isEmpty() ? null : found.get(0);
    }

    private static VersionTable versionTable(Tables tables, @Nullable String type, int modifier) {
        if (type == null) {
            throw new RetortException(
                    "The table " + tables.version() + " is not a version table.",
                    "It has no column version_num.",
                    "Set retort.version-table or retort.version-table-schema to another name.");
        }
        boolean limited = (type.equals("varchar") || type.equals("bpchar")) && modifier > 4;
        return new VersionTable(limited ? modifier - 4 : Integer.MAX_VALUE);
    }

    private record OwnTables(boolean exist, boolean hasAllColumns) {}

    private OwnTables ownTables(Tables tables) throws SQLException {
        List<String> own = List.of(names.history(), names.script(), names.progress());
        return connection.queryOne(
                TABLES,
                row -> new OwnTables(row.getLong(1) == own.size(), row.getLong(2) == 2),
                names.progress(),
                names.history(),
                tables.schema(),
                own);
    }

    private List<String> rows(Tables tables) throws SQLException {
        return reader.query(
                List.of(tables.version()),
                tables.in("SELECT version_num::pg_catalog.text FROM {version} ORDER BY 1"),
                row -> row.getString(1));
    }

    private Map<String, RecordedRevision> recorded(Tables tables) throws SQLException {
        Map<String, RecordedRevision> recorded = new HashMap<>();
        reader.query(
                List.of(tables.history(), tables.script()),
                tables.in(RECORDED),
                row -> recorded.put(row.getString(1), Columns.recorded(row)));
        return recorded;
    }

    private Map<String, UnrunProof> proofs(Tables tables) throws SQLException {
        Map<String, UnrunProof> proofs = new HashMap<>();
        reader.query(
                List.of(tables.history()),
                tables.in("WITH " + UnrunProof.SQL + "SELECT revision, needs FROM proof"),
                row -> proofs.merge(row.getString(1), new UnrunProof(Columns.strings(row, 2)), UnrunProof::and));
        return proofs;
    }

    private @Nullable RecordedScope scope(Tables tables) throws SQLException {
        String sql = RecordedScope.SQL.replace("{tables_schema}", Identifiers.literal(tables.schema()));
        List<RecordedScope> found = reader.query(List.of(tables.history()), tables.in(sql), RecordedScope::read);
        return found.isEmpty() ? null : found.get(0);
    }

    private @Nullable Hold hold(Tables tables) throws SQLException {
        List<Optional<Hold>> newest = reader.query(
                List.of(tables.history()),
                tables.in(HOLD),
                row -> RunKind.of(row.getString(1)) == RunKind.HOLD
                        ? Optional.of(new Hold(
                                Columns.strings(row, 2),
                                Columns.strings(row, 3),
                                row.getString(4),
                                Columns.instant(row, 5)))
                        : Optional.<Hold>empty());
        return newest.isEmpty() ? null : newest.get(0).orElse(null);
    }

    private List<ProgressRow> progress(Tables tables) throws SQLException {
        return reader.query(
                List.of(tables.progress()),
                tables.in(PROGRESS),
                row -> new ProgressRow(
                        row.getString(1),
                        RunKind.of(row.getString(2)),
                        row.getInt(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getString(7)));
    }
}
