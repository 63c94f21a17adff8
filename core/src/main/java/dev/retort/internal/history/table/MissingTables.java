/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.TableNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement that creates those of Retort's tables that do not exist, and takes from other roles what default privileges
 * have granted them. A table that appears meanwhile is an error: it may be anything.
 */
public final class MissingTables {

    private static final List<String> VERSION = List.of("""
        CREATE TABLE {version} (
            version_num varchar(128) NOT NULL,
            CONSTRAINT {version_pkc} PRIMARY KEY (version_num))
        """);

    private static final List<String> HISTORY = List.of(
            """
            CREATE TABLE {history} (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                run_id pg_catalog.uuid NOT NULL,
                operation pg_catalog.text NOT NULL CHECK (operation OPERATOR(pg_catalog.=) ANY (
                    ARRAY['upgrade', 'downgrade', 'stamp', 'repair', 'hold', 'release', 'adopt',
                    'adopt-undo']::pg_catalog.text[])),
                revision pg_catalog.text,
                down_revisions pg_catalog.text[] NOT NULL,
                depends_on pg_catalog.text[] NOT NULL,
                branch_labels pg_catalog.text[] NOT NULL,
                rows_before pg_catalog.text[] NOT NULL,
                rows_after pg_catalog.text[] NOT NULL,
                description pg_catalog.text NOT NULL,
                checksum pg_catalog.text,
                outcome pg_catalog.text NOT NULL CHECK (outcome OPERATOR(pg_catalog.=) ANY (
                    ARRAY['succeeded', 'failed', 'partial']::pg_catalog.text[])),
                sqlstate pg_catalog.text,
                message pg_catalog.text,
                detail pg_catalog.text,
                hint pg_catalog.text,
                file pg_catalog.text,
                line integer,
                blocked_by pg_catalog.text,
                reason pg_catalog.text,
                database_user pg_catalog.text NOT NULL DEFAULT current_user,
                principal pg_catalog.text,
                application pg_catalog.text NOT NULL,
                host pg_catalog.text NOT NULL,
                tool_version pg_catalog.text NOT NULL,
                known_revisions pg_catalog.text[],
                started_at pg_catalog.timestamptz NOT NULL,
                duration_ms bigint NOT NULL,
                verified pg_catalog.text,
                scripts_schema pg_catalog.text,
                version_table pg_catalog.text,
                placeholders pg_catalog.jsonb,
                work pg_catalog.text[])
            """,
            "CREATE INDEX {index} ON {history} (revision, id DESC)",
            "COMMENT ON TABLE {history} IS 'Retort: one row for every migration step tried, never updated or deleted'",
            "COMMENT ON COLUMN {history}.verified IS 'Retort: a digest of all scripts, where a run ended at its"
                    + " target'");

    private static final List<String> SCRIPT = List.of(
            """
            CREATE TABLE {script} (
                checksum pg_catalog.text PRIMARY KEY,
                text pg_catalog.text NOT NULL,
                created_at pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp())
            """,
            "COMMENT ON TABLE {script} IS 'Retort: the text of each revision script that was run, before"
                    + " placeholders'");

    private static final List<String> PROGRESS = List.of(
            """
            CREATE TABLE {progress} (
                revision pg_catalog.text NOT NULL,
                operation pg_catalog.text NOT NULL CHECK (operation OPERATOR(pg_catalog.=) ANY (
                    ARRAY['upgrade', 'downgrade']::pg_catalog.text[])),
                statement integer NOT NULL,
                fingerprint pg_catalog.text NOT NULL,
                state pg_catalog.text NOT NULL CHECK (state OPERATOR(pg_catalog.=) ANY (
                    ARRAY['intent', 'done']::pg_catalog.text[])),
                definition pg_catalog.text,
                run_id pg_catalog.uuid NOT NULL,
                changed_at pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
                answer pg_catalog.text,
                PRIMARY KEY (revision, operation, statement))
            """, "COMMENT ON TABLE {progress} IS 'Retort: statements of steps that do not run in one transaction'");

    /** Columns that tables of older builds lack. */
    private static final List<String> ANSWERS = List.of("ALTER TABLE {progress} ADD COLUMN answer pg_catalog.text");

    private static final List<String> REASONS =
            List.of("ALTER TABLE {history} ADD COLUMN detail pg_catalog.text, ADD COLUMN hint pg_catalog.text");

    private static final List<String> SCOPE =
            List.of("ALTER TABLE {history} ADD COLUMN scripts_schema pg_catalog.text, ADD COLUMN version_table"
                    + " pg_catalog.text");

    private static final List<String> VALUES =
            List.of("ALTER TABLE {history} ADD COLUMN placeholders pg_catalog.jsonb");

    private static final List<String> WORK = List.of("ALTER TABLE {history} ADD COLUMN work pg_catalog.text[]");

    private static final List<String> GRANT = List.of("GRANT SELECT ON {version} TO PUBLIC");

    /** Of the tables and their sequences; those that were there before keep what their owner has granted. */
    private static final String REVOCATIONS = """
        SELECT DISTINCT pg_catalog.concat('REVOKE ALL ON ',
            CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END,
            pg_catalog.quote_ident(n.nspname::pg_catalog.text), '.', pg_catalog.quote_ident(c.relname::pg_catalog.text),
            ' FROM ', coalesce(pg_catalog.quote_ident(r.rolname::pg_catalog.text), 'PUBLIC'))
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) AS a
        LEFT JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) a.grantee
        WHERE a.grantee OPERATOR(pg_catalog.<>) c.relowner
          AND EXISTS (
            SELECT FROM pg_catalog.pg_class AS t
            WHERE t.oid OPERATOR(pg_catalog.=) ANY (ARRAY[{tables}]::pg_catalog.oid[])
              AND (t.oid OPERATOR(pg_catalog.=) ANY (existing)) IS NOT TRUE
              AND (t.oid OPERATOR(pg_catalog.=) c.oid OR EXISTS (
                SELECT FROM pg_catalog.pg_depend AS d
                WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
                  AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.refobjid OPERATOR(pg_catalog.=) t.oid
                  AND c.relkind OPERATOR(pg_catalog.=) 'S')))
        """;

    private final Tables tables;

    public MissingTables(Tables tables) {
        this.tables = tables;
    }

    /**
     * {@return the statement, for a transaction that checks the tables before it ends}
     *
     * @param withVersion whether the version table was not there when the database was read
     */
    public String statement(boolean withVersion) {
        return statement(withVersion ? "true" : "existing[1] IS NULL", "", "");
    }

    /** {@return the statement, with the check} */
    public String checkedStatement() {
        String variable = "    unsafe_name pg_catalog.text;\n";
        return statement("existing[1] IS NULL", variable, new SafetyBlock(tables).checkAll());
    }

    private String statement(String versionCondition, String variable, String check) {
        String regclasses = tables.all().stream()
                .map(table -> "pg_catalog.to_regclass(" + Identifiers.literal(table) + ")")
                .collect(Collectors.joining(", "));
        String body = "\nDECLARE\n    existing constant pg_catalog.oid[] := ARRAY[" + regclasses
                + "]::pg_catalog.oid[];\n    revocation pg_catalog.text;\n" + variable + "BEGIN\n"
                + when(versionCondition, VERSION) + when("existing[2] IS NULL", HISTORY)
                + when("existing[3] IS NULL", SCRIPT) + when("existing[4] IS NULL", PROGRESS)
                + when(lacks("existing[4]", "answer"), ANSWERS)
                + when(lacks("existing[2]", "hint"), REASONS)
                + when(lacks("existing[2]", "version_table"), SCOPE)
                + when(lacks("existing[2]", "placeholders"), VALUES)
                + when(lacks("existing[2]", "work"), WORK)
                + "    FOR revocation IN\n"
                + REVOCATIONS.replace("{tables}", regclasses).indent(8) + "    LOOP\n        EXECUTE revocation;\n"
                + "    END LOOP;\n" + when("existing[1] IS NULL", GRANT) + check + "END ";
        return "DO " + DollarQuotes.quote(body);
    }

    /** {@return a condition that a table that was there before has no such column} */
    private static String lacks(String table, String column) {
        return table + " IS NOT NULL AND NOT EXISTS (\n        SELECT FROM pg_catalog.pg_attribute AS a"
                + " WHERE a.attrelid OPERATOR(pg_catalog.=) " + table
                + "\n        AND a.attname OPERATOR(pg_catalog.=) '"
                + column + "' AND NOT a.attisdropped)";
    }

    private String when(String condition, List<String> statements) {
        String text = statements.stream()
                .map(statement -> named(statement).strip().indent(8).stripTrailing() + ";\n")
                .collect(Collectors.joining());
        return "    IF " + condition + " THEN\n" + text + "    END IF;\n";
    }

    private String named(String statement) {
        TableNames names = tables.names();
        return tables.in(statement
                .replace("{version_pkc}", Identifiers.quote(names.version() + "_pkc"))
                .replace("{index}", Identifiers.quote(names.history() + "_revision_idx")));
    }
}
