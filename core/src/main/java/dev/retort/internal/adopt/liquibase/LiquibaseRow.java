/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.internal.adopt.AdoptedRevision.Execution;
import dev.retort.internal.imports.liquibase.ChangeSetName;
import org.jspecify.annotations.Nullable;

/**
 * A row of Liquibase's history.
 *
 * @param name the change set
 * @param order its place
 * @param type what Liquibase did, such as {@code EXECUTED}
 * @param checksum the checksum with its version; {@code null} where it was cleared
 * @param run when it ran
 */
record LiquibaseRow(
        ChangeSetName name,
        int order,
        String type,
        @Nullable String checksum,
        Execution run) {

    /** {@return whether the change set did not run and counts as applied} */
    boolean isMarked() {
        return type.equals("MARK_RAN");
    }
}
