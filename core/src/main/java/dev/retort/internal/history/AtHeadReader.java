/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.TableGuard;
import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.TableNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads in one round trip whether a database is where it was when an earlier run verified it; changes nothing. A start
 * at head needs no more of the database, and no class of {@link StateReader}.
 */
public final class AtHeadReader {

    private static final String QUICK = """
        WITH newest AS (
            SELECT DISTINCT ON (revision) revision, operation, checksum, message FROM {history}
            WHERE outcome OPERATOR(pg_catalog.=) 'succeeded'
                AND operation OPERATOR(pg_catalog.=) ANY ('{upgrade,downgrade,repair}') AND revision IS NOT NULL
                AND id OPERATOR(pg_catalog.>) (SELECT coalesce(pg_catalog.max(id), 0) FROM {history}
                    WHERE operation OPERATOR(pg_catalog.=) 'stamp')
            ORDER BY revision, id DESC),
        run AS (SELECT revision, checksum FROM newest WHERE operation OPERATOR(pg_catalog.<>) 'downgrade'),
        now AS (SELECT ARRAY(
            SELECT version_num::pg_catalog.text COLLATE pg_catalog."C" FROM {version} ORDER BY 1) AS rows),
        last AS (SELECT verified, rows_after FROM {history} ORDER BY id DESC LIMIT 1),
        seen AS (SELECT rows, EXISTS (SELECT FROM last WHERE verified OPERATOR(pg_catalog.=) ?
            AND rows_after OPERATOR(pg_catalog.=) rows) AS verified FROM now),
        scope AS (
            {scope})
        SELECT pg_catalog.version(), pg_catalog.pg_is_in_recovery(), pg_catalog.pg_backend_pid(),
               version_num,
               CASE WHEN verified THEN '' ELSE (SELECT {digest} FROM run) END,
               EXISTS (SELECT FROM {progress}),
               verified,
               EXISTS (SELECT FROM scope WHERE version_table OPERATOR(pg_catalog.<>) ?::pg_catalog.text
                   OR scripts_schema OPERATOR(pg_catalog.<>) {scripts_schema}),
               CASE WHEN NOT verified THEN (SELECT pg_catalog.string_agg(
                       revision OPERATOR(pg_catalog.||) '=' OPERATOR(pg_catalog.||) message, ',')
                   FROM newest WHERE operation OPERATOR(pg_catalog.<>) 'downgrade'
                       AND pg_catalog.starts_with(message, 'squashed ')) END
        FROM seen LEFT JOIN LATERAL pg_catalog.unnest(rows) AS version_num ON true
        """;

    private static final String ONLY_SCHEMA = """
        SELECT pg_catalog.set_config('retort.scripts_schema',
                coalesce(pg_catalog.current_schema()::pg_catalog.text, ''), true),
            pg_catalog.set_config('search_path', coalesce(
            (SELECT pg_catalog.concat(pg_catalog.quote_ident(n.nspname::pg_catalog.text), ', pg_temp')
             FROM pg_catalog.pg_class AS c
             JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
             WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass({version})::pg_catalog.oid), 'pg_temp'), true)
        """;

    private final MigrationConnection connection;
    private final TableNames names;
    private final @Nullable String schema;
    private final @Nullable String scriptsSchema;

    /**
     * Creates a reader.
     *
     * @param connection where to read
     * @param names the names of the tables
     * @param schema the schema of the tables; {@code null} for where the session finds them
     * @param scriptsSchema the schema in which scripts work; {@code null} for the current one of the session
     */
    public AtHeadReader(
            MigrationConnection connection, TableNames names, @Nullable String schema, @Nullable String scriptsSchema) {
        this.connection = connection;
        this.names = names;
        this.schema = schema;
        this.scriptsSchema = scriptsSchema;
    }

    /**
     * Reads the state in one round trip.
     *
     * @param verified the digest of {@link HistoryRow#verified} to look for; empty for none
     * @return the state; empty when Retort has not been here or may not look
     */
    public Optional<AtHeadState> read(String verified) throws SQLException {
        String sql = named(QUICK.replace("{scope}", RecordedScope.COLUMNS))
                .replace("{digest}", Digest.SQL)
                .replace("{scripts_schema}", scriptsSchemaSql());
        List<String> rows = new ArrayList<>();
        try {
            List<Optional<AtHeadState>> states =
                    connection.queryAfter(statementsBefore(), sql, row -> state(row, rows), verified, names.version());
            return states.get(states.size() - 1);
        } catch (SQLException e) {
            if (SqlState.isServerAnswer(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Without a schema in the settings, the one where the session finds the version table is the only one that counts.
     */
    private List<String> statementsBefore() {
        List<String> before = new ArrayList<>();
        if (schema == null) {
            before.add(ONLY_SCHEMA.replace("{version}", Identifiers.literal(Identifiers.quote(names.version()))));
        }
        List<String> read = List.of(named("{version}"), named("{history}"), named("{progress}"));
        before.addAll(new TableGuard(names.trustedOwners()).before(Lock.ACCESS_SHARE, read));
        return before;
    }

    private String scriptsSchemaSql() {
        if (scriptsSchema != null) {
            return Identifiers.literal(scriptsSchema) + "::pg_catalog.text";
        }
        return schema == null
                ? "pg_catalog.current_setting('retort.scripts_schema')"
                : "pg_catalog.current_schema()::pg_catalog.text";
    }

    private String named(String sql) {
        return schema == null ? Tables.unqualified(sql, names) : new Tables(schema, names, scriptsSchema).in(sql);
    }

    /**
     * Reads one version row, or none, and what each row of the answer repeats: an array would have the driver load
     * classes for arrays at every start.
     *
     * @param rows the version rows so far, to which that of this row is added
     * @return empty when the newest row was recorded for another schema or version table
     */
    private static Optional<AtHeadState> state(ResultSet row, List<String> rows) throws SQLException {
        if (row.getBoolean(8)) {
            return Optional.empty();
        }
        String versionRow = row.getString(4);
        if (versionRow != null) {
            rows.add(versionRow);
        }
        return Optional.of(new AtHeadState(
                new ServerFacts(row.getString(1), row.getBoolean(2), row.getInt(3)),
                rows,
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                notes(row.getString(9))));
    }

    private static Map<String, String> notes(@Nullable String text) {
        Map<String, String> notes = new HashMap<>();
        for (String entry : text == null ? List.<String>of() : List.of(text.split(","))) {
            notes.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        }
        return notes;
    }
}
