/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.error.RetortException;
import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.Tables;
import java.util.Objects;

/** The version rows or the history belong to another database: they say nothing of this one. */
public final class SharedTablesException extends RetortException {

    private static final long serialVersionUID = 1L;

    private SharedTablesException(String what, String why, String action) {
        super(what, why, action);
    }

    /** Refuses tables whose rows are those of another version table, or of another schema. */
    public static void refuse(DatabaseState state) {
        refuseAnotherVersionTable(state);
        if (areOfAnotherSchema(state)) {
            throw ofSchema(state);
        }
    }

    /** Refuses a history whose rows are those of another version table. */
    public static void refuseAnotherVersionTable(DatabaseState state) {
        RecordedScope scope = state.scope();
        Tables tables = state.tables();
        if (scope == null || !scope.isOfAnotherVersionTable(tables)) {
            return;
        }
        throw new SharedTablesException(
                "The history " + tables.schema() + "." + tables.names().history() + " belongs to the version table "
                        + scope.versionTable() + ", not to " + tables.names().version() + ".",
                "Two version tables with one history would mix their revisions, holds and scripts.",
                "Set retort.history-table, retort.script-table and retort.progress-table to other names.");
    }

    /** {@return whether the rows are those of another schema} */
    public static boolean areOfAnotherSchema(DatabaseState state) {
        RecordedScope scope = state.scope();
        return scope != null && scope.isOfAnotherSchema(state.tables());
    }

    private static SharedTablesException ofSchema(DatabaseState state) {
        Tables tables = state.tables();
        String recorded = String.valueOf(Objects.requireNonNull(state.scope()).scriptsSchema());
        return new SharedTablesException(
                "The version rows in " + tables.version() + " belong to schema " + recorded + ", and this run"
                        + " migrates schema " + tables.scriptsSchema() + ".",
                "Two schemas with one version table would count each other's revisions as applied.",
                "Set retort.version-table, retort.history-table, retort.script-table and retort.progress-table to"
                        + " other names, or retort.version-table-schema to another schema; or set retort.schema="
                        + recorded + ". If the tables were moved on purpose, stamp the revision that they are at.");
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
