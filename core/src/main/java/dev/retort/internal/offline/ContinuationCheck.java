/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunKind;
import java.util.UUID;

/** Checks in front of a later part of a script of plain SQL that all parts before it succeeded. */
final class ContinuationCheck {

    private final Tables tables;
    private final UUID runId;
    private final CheckBlock block;

    /**
     * Creates a check.
     *
     * @param tables the tables of the script
     * @param runId the run of the script
     * @param block what it writes into
     */
    ContinuationCheck(Tables tables, UUID runId, CheckBlock block) {
        this.tables = tables;
        this.runId = runId;
        this.block = block;
    }

    /**
     * Requires that the newest row of the history is a step of this script, so that nothing failed and nothing else
     * happened since.
     *
     * @param revision the revision of the step
     * @param operation the operation the step did with it
     */
    void after(String revision, RunKind operation) {
        String newest = """
            (SELECT run_id::pg_catalog.text OPERATOR(pg_catalog.=) %s AND revision OPERATOR(pg_catalog.=) %s
                        AND operation OPERATOR(pg_catalog.=) %s AND outcome OPERATOR(pg_catalog.=) 'succeeded'
                    FROM %s ORDER BY id DESC LIMIT 1)\
            """.formatted(
                        Identifiers.literal(runId.toString()),
                        Identifiers.literal(revision),
                        Identifiers.literal(operation.text()),
                        tables.in("{history}"));
        whenFailedBefore(tables.in("{history}"), newest, operation + " of " + revision);
    }

    /**
     * Requires that so many statements of a step were run by this script, all of them to their end, and no others.
     *
     * @param revision the revision of the step
     * @param statements how many
     */
    void afterStatements(String revision, int statements) {
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
        whenFailedBefore(tables.in("{progress}"), progress, "first " + statements + " statements of " + revision);
    }

    private void whenFailedBefore(String table, String succeeded, String what) {
        String message = Identifiers.literal("The " + what + " failed, or another run followed it.");
        String why = "This part of the script continues from there; it changed nothing.";
        String whatToDo = "Find the first error of the script and fix its cause, then write the script again from"
                + " the current revision.";
        block.when("pg_catalog.to_regclass(" + Identifiers.literal(table) + ") IS NULL", message, why, whatToDo);
        block.when("coalesce(" + succeeded + ", false) IS FALSE", message, why, whatToDo);
    }
}
