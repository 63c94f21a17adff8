/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.execute.step.ConcurrentIndexes;
import dev.retort.internal.history.HistorySql;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.sql.ConcurrentIndexBuild;
import dev.retort.internal.sql.ConcurrentIndexDrop;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;

/**
 * Writes the intents of autocommit statements. That of a concurrent index build or drop holds how the server renders the
 * index, as {@link ConcurrentIndexes} reads it, so that a run can settle what a script left that was ended in the middle.
 */
final class OfflineIndexes {

    private static final String DEFINITION = """
        SELECT pg_catalog.concat(CASE WHEN i.indisunique THEN 'UNIQUE' END, pg_catalog.substr(
            pg_catalog.pg_get_indexdef(i.indexrelid),
            pg_catalog.strpos(pg_catalog.pg_get_indexdef(i.indexrelid), ' USING ')))\
        """;

    private final HistorySql history;

    OfflineIndexes(HistorySql history) {
        this.history = history;
    }

    /** {@return the statement that says that another one is about to run} */
    String intent(SqlStatement statement, ProgressRow row) {
        StatementTraits traits = StatementTraits.of(statement);
        if (traits instanceof ConcurrentIndexBuild build) {
            return intentOf(build, row);
        }
        if (traits instanceof ConcurrentIndexDrop drop) {
            String index = Identifiers.literal(Identifiers.quote(drop.schema(), drop.indexName()));
            return history.progress(
                    row,
                    "(" + DEFINITION + "\n    FROM pg_catalog.pg_index AS i"
                            + " WHERE i.indexrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(" + index + "))");
        }
        return history.progress(row, "NULL");
    }

    /** Builds the index on an empty copy of the table; where that cannot be done nothing is known of it, as in a run. */
    private String intentOf(ConcurrentIndexBuild build, ProgressRow row) {
        String body = """

            DECLARE rendered pg_catalog.text;
            BEGIN
            %1$s\
                BEGIN
                    CREATE TEMPORARY TABLE retort_index_definition (LIKE %2$s INCLUDING GENERATED) ON COMMIT DROP;
                    CREATE %3$sINDEX ON pg_temp.retort_index_definition %4$s;
                    %5$s
                    INTO rendered FROM pg_catalog.pg_index AS i
                    WHERE i.indrelid OPERATOR(pg_catalog.=) 'pg_temp.retort_index_definition'::pg_catalog.regclass;
                EXCEPTION WHEN OTHERS THEN
                    rendered := NULL;
                END;
                %6$s\
            END
            """.formatted(
                        build.ifNotExists() ? refuseInvalid(build) : "",
                        table(build),
                        build.unique() ? "UNIQUE " : "",
                        build.definition(),
                        DEFINITION,
                        history.progress(row, "rendered"));
        return "DO " + DollarQuotes.quote(body) + ";\n";
    }

    private static String table(ConcurrentIndexBuild build) {
        return Identifiers.quote(build.schema(), build.table());
    }

    private static String refuseInvalid(ConcurrentIndexBuild build) {
        return """
                IF EXISTS (SELECT FROM pg_catalog.pg_index AS i
                        JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
                        WHERE c.relname OPERATOR(pg_catalog.=) %s
                            AND i.indrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(%s)
                            AND NOT i.indisvalid) THEN
                    RAISE EXCEPTION USING
                        MESSAGE = %s,
                        DETAIL = 'IF NOT EXISTS would skip it.',
                        HINT = 'Drop the index, or wait until its build ends, then write the script again.';
                END IF;
            """.formatted(
                        Identifiers.literal(build.indexName()),
                        Identifiers.literal(table(build)),
                        Identifiers.literal("Index " + build.indexName() + " exists and is INVALID."));
    }
}
