/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.adopt.AdoptedRevision.Execution;
import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's history.
 *
 * @param rank its place
 * @param version the version as it is written; {@code null} for a repeatable migration
 * @param description the description
 * @param type the type, such as {@code SQL}
 * @param checksum the checksum; {@code null} where there is none
 * @param run who ran it, and when
 * @param success whether it succeeded
 */
record FlywayRow(
        int rank,
        @Nullable String version,
        String description,
        String type,
        @Nullable Integer checksum,
        Execution run,
        boolean success) {}
