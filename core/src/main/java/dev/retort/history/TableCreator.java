/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import dev.retort.jdbc.MigrationConnection;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.util.List;

/** Creates Retort's tables. Only with the migration lock held: {@code IF NOT EXISTS} is no protection against a race. */
public final class TableCreator {

    private static final List<String> VERSION =
            List.of("""
                CREATE TABLE IF NOT EXISTS {version} (
                    version_num varchar(128) NOT NULL,
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))
                """, "REVOKE ALL ON {version} FROM PUBLIC", "GRANT SELECT ON {version} TO PUBLIC");

    private static final List<String> OWN = List.of(
            """
            CREATE TABLE IF NOT EXISTS {history} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                run_id uuid NOT NULL,
                operation text NOT NULL
                    CHECK (operation IN ('upgrade', 'downgrade', 'stamp', 'repair', 'hold', 'release')),
                revision text,
                down_revisions text[] NOT NULL,
                depends_on text[] NOT NULL,
                branch_labels text[] NOT NULL,
                rows_before text[] NOT NULL,
                rows_after text[] NOT NULL,
                description text NOT NULL,
                checksum text,
                outcome text NOT NULL CHECK (outcome IN ('succeeded', 'failed', 'partial')),
                sqlstate text,
                message text,
                file text,
                line integer,
                blocked_by text,
                reason text,
                database_user text NOT NULL DEFAULT current_user,
                principal text,
                application text NOT NULL,
                host text NOT NULL,
                tool_version text NOT NULL,
                known_revisions text[],
                started_at timestamptz NOT NULL,
                duration_ms bigint NOT NULL,
                verified text)
            """,
            "CREATE INDEX IF NOT EXISTS {index} ON {history} (revision, id DESC)",
            "COMMENT ON TABLE {history} IS 'Retort: one row for every migration step tried, never updated or deleted'",
            "COMMENT ON COLUMN {history}.verified IS 'Retort: a digest of all scripts, where a run ended at its"
                    + " target'",
            """
            CREATE TABLE IF NOT EXISTS {script} (
                checksum text PRIMARY KEY,
                text text NOT NULL,
                created_at timestamptz NOT NULL DEFAULT clock_timestamp())
            """,
            "COMMENT ON TABLE {script} IS 'Retort: the text of each revision script that was run, before placeholders'",
            """
            CREATE TABLE IF NOT EXISTS {progress} (
                revision text NOT NULL,
                operation text NOT NULL CHECK (operation IN ('upgrade', 'downgrade')),
                statement integer NOT NULL,
                fingerprint text NOT NULL,
                state text NOT NULL CHECK (state IN ('intent', 'done')),
                definition text,
                run_id uuid NOT NULL,
                changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                answer text,
                PRIMARY KEY (revision, operation, statement))
            """,
            "COMMENT ON TABLE {progress} IS 'Retort: statements of steps that do not run in one transaction'",
            "REVOKE ALL ON {history}, {script}, {progress} FROM PUBLIC");

    /** What tables of older builds lack. */
    private static final List<String> ANSWERS =
            List.of("ALTER TABLE {progress} ADD COLUMN IF NOT EXISTS answer pg_catalog.text");

    private final MigrationConnection connection;

    /**
     * Creates a creator.
     *
     * @param connection the connection that holds the migration lock
     */
    public TableCreator(MigrationConnection connection) {
        this.connection = connection;
    }

    /** Creates the schema when it does not exist. */
    public void createSchema(String schema) throws SQLException {
        connection.execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema));
    }

    /** Creates what is missing, in one transaction. */
    public void createMissing(DatabaseState state) throws SQLException {
        if (state.versionTable() != null && state.hasHistory() && state.keepsAnswers()) {
            return;
        }
        connection.inTransaction(() -> {
            if (state.versionTable() == null) {
                executeAll(VERSION, state.tables());
            }
            if (!state.hasHistory()) {
                executeAll(OWN, state.tables());
            } else if (!state.keepsAnswers()) {
                executeAll(ANSWERS, state.tables());
            }
            return true;
        });
    }

    private void executeAll(List<String> statements, Tables tables) throws SQLException {
        for (String statement : named(statements, tables)) {
            connection.execute(statement);
        }
    }

    /** {@return the statements that make the version table} */
    static List<String> version(Tables tables) {
        return named(VERSION, tables);
    }

    /** {@return the statements that make the other tables} */
    static List<String> own(Tables tables) {
        return named(OWN, tables);
    }

    private static List<String> named(List<String> statements, Tables tables) {
        String index = Identifiers.quote(tables.names().history() + "_revision_idx");
        return statements.stream()
                .map(statement -> tables.in(statement).replace("{index}", index))
                .toList();
    }
}
