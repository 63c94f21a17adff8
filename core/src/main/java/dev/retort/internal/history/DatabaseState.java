/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.RecordedScope;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.history.table.VersionTable;
import dev.retort.status.Hold;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the database says of its revisions.
 *
 * @param server what the server is
 * @param tables where Retort's tables are, or will be
 * @param versionTable the version table as it is; {@code null} when there is none
 * @param hasHistory whether Retort's own tables exist
 * @param hasAllColumns whether these have the columns that tables of older builds lack
 * @param rows the version rows; empty without a version table
 * @param recorded the newest success of each revision that the history holds
 * @param proofs what the history proves of the revisions that are applied as far as it knows
 * @param hold the hold that is in force; {@code null} for none
 * @param progress the statements of steps that have not ended
 * @param scope whom the history belongs to; {@code null} when it does not say
 */
public record DatabaseState(
        ServerFacts server,
        Tables tables,
        @Nullable VersionTable versionTable,
        boolean hasHistory,
        boolean hasAllColumns,
        List<String> rows,
        Map<String, RecordedRevision> recorded,
        Map<String, UnrunProof> proofs,
        @Nullable Hold hold,
        List<ProgressRow> progress,
        @Nullable RecordedScope scope) {

    /** Copies the collections. */
    public DatabaseState {
        rows = List.copyOf(rows);
        recorded = Map.copyOf(recorded);
        proofs = Map.copyOf(proofs);
        progress = List.copyOf(progress);
    }

    /** {@return the state once the database has these version rows, in a version table as Retort creates it} */
    public DatabaseState adopted(List<String> adoptedRows) {
        return new DatabaseState(
                server,
                tables,
                versionTable == null ? new VersionTable(VersionTable.WIDTH) : versionTable,
                hasHistory,
                hasAllColumns,
                adoptedRows,
                recorded,
                proofs,
                hold,
                progress,
                scope);
    }
}
