/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effects of one statement on the scratch server.
 *
 * @param line its line in the file
 * @param statement the statement on one line, cut at 300 characters
 * @param autocommit whether it runs outside of a transaction
 * @param locks the locks that it takes on relations that existed before, strongest first
 * @param scans the tables that it reads as a whole, once for each time
 * @param rewritten the tables that it writes again
 * @param built the indexes that it builds
 * @param estimate how long it takes with the real sizes; {@code null} when they are unknown
 * @param held how long the transaction continues with these locks; {@code null} when sizes are unknown
 * @since 0.1
 */
public record StatementReport(
        int line,
        String statement,
        boolean autocommit,
        List<TableLock> locks,
        List<String> scans,
        List<String> rewritten,
        List<String> built,
        @Nullable Estimate estimate,
        @Nullable Estimate held) {

    /**
     * Copies the lists.
     *
     * @param line its line in the file
     * @param statement the statement on one line, cut at 300 characters
     * @param autocommit whether it runs outside of a transaction
     * @param locks the locks that it takes on relations that existed before, strongest first
     * @param scans the tables that it reads as a whole, once for each time
     * @param rewritten the tables that it writes again
     * @param built the indexes that it builds
     * @param estimate how long it takes with the real sizes; {@code null} when they are unknown
     * @param held how long the transaction continues with these locks; {@code null} when sizes are unknown
     */
    public StatementReport {
        locks = List.copyOf(locks);
        scans = List.copyOf(scans);
        rewritten = List.copyOf(rewritten);
        built = List.copyOf(built);
    }
}
