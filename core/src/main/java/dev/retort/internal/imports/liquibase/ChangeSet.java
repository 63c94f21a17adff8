/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set as Liquibase has read and rendered it.
 *
 * @param name what identifies it
 * @param checksums the checksums that Liquibase may have recorded, that of the newest version first; none where any counts
 * @param traits how Liquibase runs it
 * @param description what it does, on one line
 * @param upgrade its statements
 * @param rollback the statements of its rollback; {@code null} when it has none
 * @param unrendered the kinds of changes that are no SQL
 */
record ChangeSet(
        ChangeSetName name,
        List<String> checksums,
        Traits traits,
        String description,
        List<String> upgrade,
        @Nullable List<String> rollback,
        List<String> unrendered) {

    ChangeSet {
        checksums = List.copyOf(checksums);
        upgrade = List.copyOf(upgrade);
        unrendered = List.copyOf(unrendered);
    }

    /**
     * How Liquibase runs a change set.
     *
     * @param inTransaction whether it runs in a transaction
     * @param onChange whether it runs again when its text changes
     * @param always whether it runs at each start
     * @param continues whether Liquibase continues when it fails
     * @param conditions its contexts and labels as they are written; empty for none
     * @param runWith the program that runs it; empty for the connection
     * @param precondition its preconditions; {@code null} for none
     */
    record Traits(
            boolean inTransaction,
            boolean onChange,
            boolean always,
            boolean continues,
            String conditions,
            String runWith,
            @Nullable Precondition precondition) {}
}
