/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the time depends on for which a lock is held: with it a finding can be estimated again for another database.
 *
 * @param untilCommit whether the lock is held until the transaction ends; otherwise while the statement runs
 * @param passes what the server does in that time
 * @param size the size of the locked table; {@code null} when it is unknown
 * @param decides whether the severity follows from the time
 * @since 0.1
 */
public record LockTime(
        boolean untilCommit,
        List<TablePass> passes,
        @Nullable RelationSize size,
        boolean decides) {

    /**
     * Copies the list.
     *
     * @param untilCommit whether the lock is held until the transaction ends; otherwise while the statement runs
     * @param passes what the server does in that time
     * @param size the size of the locked table; {@code null} when it is unknown
     * @param decides whether the severity follows from the time
     */
    public LockTime {
        passes = List.copyOf(passes);
    }
}
