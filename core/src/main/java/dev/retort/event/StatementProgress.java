/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a long statement.
 *
 * @param statement its file and line
 * @param running how long it has been running
 * @param blockedBy the sessions whose locks it waits for; {@code null} when none are visible
 * @param phase for an index build, the phase as PostgreSQL names it, such as {@code building index: scanning table};
 *     otherwise {@code null}
 * @param percent for an index build, how much of the phase is done; {@code null} if unknown
 * @since 0.1
 */
public record StatementProgress(
        String statement,
        Duration running,
        @Nullable String blockedBy,
        @Nullable String phase,
        @Nullable Integer percent) {}
