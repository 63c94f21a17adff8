/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.history.HistorySql;
import dev.retort.internal.history.NamedStatement;
import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.SafetyBlock;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.Identifiers;
import java.util.List;
import java.util.function.Consumer;

/**
 * The statement with which a script sees that the database is one that it is for: it changes nothing, and stops the
 * script with a message that says what was found.
 */
final class StartCheck {

    private final Tables tables;
    private final CheckBlock block = new CheckBlock();

    /**
     * Begins a check of what every script needs: a primary server of a supported version.
     *
     * @param tables the tables of the script
     */
    StartCheck(Tables tables) {
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
    StartCheck inTheSchemaOfTheSession() {
        String table = Identifiers.literal(Identifiers.quote(tables.names().version()));
        block.append("""
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
    StartCheck withSchema(String schema) {
        when(
                "pg_catalog.to_regnamespace(" + Identifiers.literal(Identifiers.quote(schema)) + ") IS NULL",
                Identifiers.literal("Schema " + schema + " does not exist."),
                "Retort creates schemas only with retort.create-schema=true.",
                "Create it, or set retort.create-schema=true and write the script again.");
        return this;
    }

    /** Requires that nothing of a condition holds. */
    void when(String condition, String message, String why, String whatToDo) {
        block.when(condition, message, why, whatToDo);
    }

    /** Requires what another class writes. */
    StartCheck with(Consumer<CheckBlock> check) {
        check.accept(block);
        return this;
    }

    /** Requires that the tables that exist are safe to read. */
    StartCheck withSafeTables() {
        block.append(new SafetyBlock(tables).checkExisting());
        return this;
    }

    /**
     * Requires that the version rows and the history are not those of another database.
     *
     * @param schemaToo whether they may not be those of another schema; a stamp takes over such rows
     */
    StartCheck ofNoOtherDatabase(boolean schemaToo) {
        String scope = "EXISTS (SELECT FROM (\n"
                + tables.in(RecordedScope.SQL.replace("{tables_schema}", Identifiers.literal(tables.schema())))
                        .indent(8)
                + "    ) AS scope (scripts_schema, schema_exists, version_table, table_exists)\n    WHERE ";
        String version = tables.names().version();
        String now = tables.scriptsSchema();
        block.whenThere(tables.history(), () -> {
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
    StartCheck at(List<String> rows, String range) {
        String place = rows.isEmpty() ? "the base" : String.join(", ", rows);
        block.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(tables.version()))
                .append(") IS NOT NULL THEN\n        SELECT ")
                .append(HistorySql.rows(tables))
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
    StartCheck takes(List<String> ids) {
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
    StartCheck withoutPartialSteps() {
        block.whenThere(
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

    /** Requires that no hold is in force that these revisions do not end. */
    StartCheck notHeldAgainst(List<String> revisions) {
        String newest = """
            SELECT operation OPERATOR(pg_catalog.=) 'hold' AND known_revisions OPERATOR(pg_catalog.@>) %s
                    FROM %s
                    WHERE operation OPERATOR(pg_catalog.=) ANY ('{hold,release}') ORDER BY id DESC LIMIT 1\
            """.formatted(NamedStatement.array(revisions), tables.in("{history}"));
        block.whenThere(
                tables.in("{history}"),
                () -> when(
                        "(" + newest + ")",
                        "'The database is held by a downgrade.'",
                        "An operator downgraded the database, and this script would apply those revisions again.",
                        "To apply them, write the script without --respect-hold."));
        return this;
    }

    /** {@return the statement} */
    String text() {
        return block.text();
    }
}
