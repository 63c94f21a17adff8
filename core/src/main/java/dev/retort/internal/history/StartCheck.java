/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.SafetyBlock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statement with which a script sees that the database is one that it is for: it changes nothing, and stops the
 * script with a message that says what was found.
 */
public final class StartCheck {

    /** An expression for what {@link #ran} noted; none when it did not, or the script has reset the session since. */
    static final String ASSUMED =
            "coalesce(pg_catalog.string_to_array(pg_catalog.current_setting('retort.assumed', true), ','),"
                    + " '{}'::pg_catalog.text[])";

    private static final String RAN = """
        WITH RECURSIVE {proof},
        need AS (SELECT * FROM ROWS FROM (
            pg_catalog.unnest({needing}),
            pg_catalog.unnest({needed})) AS need (revision, needed)),
        justified AS (
            SELECT version_row.revision FROM pg_catalog.unnest({rows}) AS version_row (revision)
            UNION
            SELECT next.revision FROM justified AS j CROSS JOIN LATERAL (
                SELECT need.needed FROM need WHERE need.revision OPERATOR(pg_catalog.=) j.revision
                    AND NOT EXISTS (SELECT FROM proof WHERE proof.revision OPERATOR(pg_catalog.=) j.revision)
                UNION ALL
                SELECT pg_catalog.unnest(proof.needs) FROM proof
                WHERE proof.revision OPERATOR(pg_catalog.=) j.revision) AS next (revision)),
        unproven AS (
            SELECT ancestor.revision FROM pg_catalog.unnest({ancestors}) AS ancestor (revision)
            WHERE NOT EXISTS (SELECT FROM proof WHERE proof.revision OPERATOR(pg_catalog.=) ancestor.revision))
        SELECT ARRAY(SELECT u.revision FROM unproven AS u WHERE NOT EXISTS (
                SELECT FROM justified AS j WHERE j.revision OPERATOR(pg_catalog.=) u.revision) ORDER BY 1),
            ARRAY(SELECT u.revision FROM unproven AS u ORDER BY 1)
        INTO unrun, assumed;
        """;

    private final Tables tables;
    private final StringBuilder body = new StringBuilder();

    /**
     * Begins a check of what every script needs: a primary server of a supported version.
     *
     * @param tables the tables of the script
     */
    public StartCheck(Tables tables) {
        this.tables = tables;
        when(
                "pg_catalog.current_setting('server_version_num')::integer OPERATOR(pg_catalog.<) 130000\n"
                        + "        OR pg_catalog.version() OPERATOR(pg_catalog.!~~) 'PostgreSQL %'",
                "pg_catalog.concat('The server cannot be migrated: ', pg_catalog.version(), '.')",
                "Retort needs PostgreSQL 13 or newer.",
                "Run the script on such a server.");
        when(
                "pg_catalog.pg_is_in_recovery()",
                "'The server is a standby.'",
                "A standby is read-only.",
                "Run the script on the primary.");
    }

    /** Requires that a run with the settings of this session would use the same version table as the script. */
    public StartCheck inTheSchemaOfTheSession() {
        String table = Identifiers.literal(Identifiers.quote(tables.names().version()));
        body.append("""
                place := coalesce(
                    (SELECT relnamespace::pg_catalog.regnamespace::pg_catalog.text FROM pg_catalog.pg_class
                        WHERE oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(%s)),
                    pg_catalog.quote_ident(pg_catalog.current_schema()), 'none');
            """.formatted(table).indent(4));
        when(
                "place OPERATOR(pg_catalog.<>) " + Identifiers.literal(Identifiers.quote(tables.schema())),
                "pg_catalog.concat('The current schema of the session is ', place, "
                        + Identifiers.literal(", and this script is for schema " + tables.schema() + ".") + ")",
                "The script was written without the name of a schema.",
                "Write the script again with the name of the schema.");
        return this;
    }

    /** Requires that a schema exists. */
    public StartCheck withSchema(String schema) {
        when(
                "pg_catalog.to_regnamespace(" + Identifiers.literal(Identifiers.quote(schema)) + ") IS NULL",
                Identifiers.literal("Schema " + schema + " does not exist."),
                "Retort creates schemas only with retort.create-schema=true.",
                "Create it, or set retort.create-schema=true and write the script again.");
        return this;
    }

    /** Requires that nothing of a condition holds. */
    public void when(String condition, String message, String why, String whatToDo) {
        body.append("    IF ")
                .append(condition)
                .append(" THEN\n        RAISE EXCEPTION USING\n            MESSAGE = ")
                .append(message)
                .append(",\n            DETAIL = ")
                .append(Identifiers.literal(why))
                .append(",\n            HINT = ")
                .append(Identifiers.literal(whatToDo))
                .append(";\n    END IF;\n");
    }

    /** Requires that the tables that exist are safe to read. */
    public StartCheck withSafeTables() {
        body.append(new SafetyBlock(tables).checkExisting());
        return this;
    }

    /**
     * Requires that the version rows and the history are not those of another database.
     *
     * @param schemaToo whether they may not be those of another schema; a stamp takes over such rows
     */
    public StartCheck ofNoOtherDatabase(boolean schemaToo) {
        String scope = "EXISTS (SELECT FROM (\n"
                + tables.in(RecordedScope.SQL.replace("{tables_schema}", Identifiers.literal(tables.schema())))
                        .indent(8)
                + "    ) AS scope (scripts_schema, schema_exists, version_table, table_exists)\n    WHERE ";
        String version = tables.names().version();
        String now = tables.scriptsSchema();
        whenThere(tables.history(), () -> {
            when(
                    scope + "table_exists AND version_table OPERATOR(pg_catalog.<>) " + Identifiers.literal(version)
                            + ")",
                    Identifiers.literal("The history " + tables.history() + " belongs to another version table than "
                            + version + "."),
                    "Two version tables with one history would mix their revisions, holds and scripts.",
                    "Set retort.history-table, retort.script-table and retort.progress-table to other names.");
            if (schemaToo && now != null && !now.equals(tables.schema())) {
                when(
                        scope + "schema_exists AND scripts_schema OPERATOR(pg_catalog.<>) " + Identifiers.literal(now)
                                + ")",
                        Identifiers.literal("The version rows in " + tables.version()
                                + " belong to another schema than " + now + "."),
                        "Two schemas with one version table would count each other's revisions as applied.",
                        "Use a separate version table and history for each schema.");
            }
        });
        return this;
    }

    /**
     * Requires that the database has these version rows.
     *
     * @param rows the version rows
     * @param range how the range is written that begins elsewhere
     */
    public StartCheck at(List<String> rows, String range) {
        String place = rows.isEmpty() ? "the base" : String.join(", ", rows);
        body.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(tables.version()))
                .append(") IS NOT NULL THEN\n        SELECT ")
                .append(rows(tables))
                .append(" INTO found;\n    END IF;\n");
        when(
                "found OPERATOR(pg_catalog.<>) " + NamedStatement.array(rows),
                "pg_catalog.concat('The database is at ', CASE WHEN pg_catalog.cardinality(found)"
                        + " OPERATOR(pg_catalog.=) 0 THEN 'the base'\n"
                        + "                ELSE pg_catalog.array_to_string(found, ', ') END, "
                        + Identifiers.literal(", and this script starts at " + place + ".") + ")",
                "A script is valid only for a database at its start; nothing was changed.",
                "Write it again from the current revision: " + range);
        return this;
    }

    /** Requires that the version table, where it is there already, takes ids as long as these. */
    public StartCheck takes(List<String> ids) {
        int longest = ids.stream().mapToInt(String::length).max().orElse(0);
        when(
                """
                EXISTS (SELECT FROM pg_catalog.pg_attribute
                        WHERE attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(%s)
                            AND attname OPERATOR(pg_catalog.=) 'version_num'
                            AND atttypmod OPERATOR(pg_catalog.>=) 5 AND atttypmod OPERATOR(pg_catalog.<=) %d)\
                """.formatted(Identifiers.literal(tables.version()), longest + 3),
                Identifiers.literal("The version table is too narrow for ids of " + longest + " characters."),
                "Alembic creates the column with 32 characters.",
                "Widen it with ALTER TABLE " + tables.version() + " ALTER COLUMN version_num TYPE varchar(128).");
        return this;
    }

    /** Requires that no step is partial. */
    public StartCheck withoutPartialSteps() {
        whenThere(
                tables.in("{progress}"),
                () -> when(
                        "EXISTS (SELECT FROM " + tables.in("{progress}") + ")",
                        "pg_catalog.concat('A revision did not finish: ', (SELECT pg_catalog.string_agg(DISTINCT"
                                + " revision, ', ') FROM "
                                + tables.in("{progress}") + "), '.')",
                        "Some of its autocommit statements did not finish.",
                        "Finish it first: run upgrade or downgrade on the database itself."));
        return this;
    }

    /**
     * Requires that the newest thing in the history is a step of this script, so that nothing failed and nothing else
     * happened since.
     *
     * @param runId the run of the script
     * @param revision the revision of the step
     * @param operation the operation the step did with it
     */
    public StartCheck after(UUID runId, String revision, RunKind operation) {
        String newest = """
            (SELECT run_id::pg_catalog.text OPERATOR(pg_catalog.=) %s AND revision OPERATOR(pg_catalog.=) %s
                        AND operation OPERATOR(pg_catalog.=) %s AND outcome OPERATOR(pg_catalog.=) 'succeeded'
                    FROM %s ORDER BY id DESC LIMIT 1)\
            """.formatted(
                        Identifiers.literal(runId.toString()),
                        Identifiers.literal(revision),
                        Identifiers.literal(operation.text()),
                        tables.in("{history}"));
        return whenFailedBefore(tables.in("{history}"), newest, operation + " of " + revision);
    }

    /**
     * Requires that so many statements of a step were run by this script, all of them to their end, and no others.
     *
     * @param runId the run of the script
     * @param revision the revision of the step
     * @param statements how many
     */
    public StartCheck afterStatements(UUID runId, String revision, int statements) {
        String progress = """
            (SELECT pg_catalog.count(*) OPERATOR(pg_catalog.=) %d
                        AND pg_catalog.bool_and(run_id::pg_catalog.text OPERATOR(pg_catalog.=) %s
                            AND revision OPERATOR(pg_catalog.=) %s AND state OPERATOR(pg_catalog.=) 'done')
                    FROM %s)\
            """.formatted(
                        statements,
                        Identifiers.literal(runId.toString()),
                        Identifiers.literal(revision),
                        tables.in("{progress}"));
        return whenFailedBefore(
                tables.in("{progress}"), progress, "first " + statements + " statements of " + revision);
    }

    private StartCheck whenFailedBefore(String table, String succeeded, String what) {
        String message = Identifiers.literal("The " + what + " failed, or another run followed it.");
        String why = "This part of the script continues from there; it changed nothing.";
        String whatToDo = "Find the first error of the script and fix its cause, then write the script again from"
                + " the current revision.";
        when("pg_catalog.to_regclass(" + Identifiers.literal(table) + ") IS NULL", message, why, whatToDo);
        when("coalesce(" + succeeded + ", false) IS FALSE", message, why, whatToDo);
        return this;
    }

    /** Requires that no hold is in force that these revisions do not end. */
    public StartCheck notHeldAgainst(List<String> revisions) {
        String newest = """
            SELECT operation OPERATOR(pg_catalog.=) 'hold' AND known_revisions OPERATOR(pg_catalog.@>) %s
                    FROM %s
                    WHERE operation OPERATOR(pg_catalog.=) ANY ('{hold,release}') ORDER BY id DESC LIMIT 1\
            """.formatted(NamedStatement.array(revisions), tables.in("{history}"));
        whenThere(
                tables.in("{history}"),
                () -> when(
                        "(" + newest + ")",
                        "'The database is held by a downgrade.'",
                        "An operator downgraded the database, and this script would apply those revisions again.",
                        "To apply them, write the script without --respect-hold."));
        return this;
    }

    /**
     * Requires that all ancestors of the rows have run; notes those of which the history says nothing, for
     * {@link #ASSUMED}.
     *
     * @param rows the version rows
     * @param needs what each of them and of their ancestors needs
     * @param refused whether the script stops where one has not run
     */
    public StartCheck ran(List<String> rows, Map<String, List<String>> needs, boolean refused) {
        String ancestors = NamedStatement.array(List.copyOf(needs.keySet()));
        body.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(tables.in("{history}")))
                .append(") IS NULL THEN\n        assumed := ")
                .append(ancestors)
                .append(";\n    ELSE\n")
                .append(tables.in(RAN.replace("{proof}", UnrunProof.SQL.stripTrailing()))
                        .replace("{rows}", NamedStatement.array(rows))
                        .replace("{ancestors}", ancestors)
                        .replace("{needing}", NamedStatement.array(edges(needs, true)))
                        .replace("{needed}", NamedStatement.array(edges(needs, false)))
                        .indent(8))
                .append("    END IF;\n");
        if (refused) {
            when(
                    "pg_catalog.cardinality(unrun) OPERATOR(pg_catalog.>) 0",
                    "pg_catalog.concat('Not run, although an applied revision follows: ',"
                            + " pg_catalog.array_to_string(unrun, ', '), '.')",
                    "Applied scripts were changed after they ran and now depend on other revisions.",
                    "Move these revisions after the head, or stamp with --reason if the database already has their"
                            + " changes.");
        }
        body.append("    PERFORM pg_catalog.set_config('retort.assumed',"
                + " pg_catalog.array_to_string(assumed, ','), false);\n");
        return this;
    }

    private static List<String> edges(Map<String, List<String>> needs, boolean from) {
        List<String> ends = new ArrayList<>();
        needs.forEach((revision, all) -> all.forEach(needed -> ends.add(from ? revision : needed)));
        return ends;
    }

    private void whenThere(String table, Runnable check) {
        body.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(table))
                .append(") IS NOT NULL THEN\n");
        int from = body.length();
        check.run();
        String nested =
                body.substring(from).lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        body.replace(from, body.length(), nested).append("    END IF;\n");
    }

    /** {@return an expression for the version rows, sorted by their bytes} */
    static String rows(Tables tables) {
        return "ARRAY(SELECT version_num::pg_catalog.text FROM " + tables.version()
                + " ORDER BY version_num::pg_catalog.text COLLATE pg_catalog.\"C\")";
    }

    /** {@return the statement} */
    public String text() {
        return "DO "
                + DollarQuotes.quote("\nDECLARE\n    place pg_catalog.text;\n    found pg_catalog.text[] := '{}';\n"
                        + "    unrun pg_catalog.text[] := '{}';\n    assumed pg_catalog.text[] := '{}';\n"
                        + SafetyBlock.VARIABLES + "BEGIN\n" + body + "END ")
                + ";\n";
    }
}
