/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a statement is that takes its time.
 *
 * @param statement names it: its file and line
 * @param running how long it has been running
 * @param blockedBy whose locks it waits for; {@code null} when nobody's are seen
 * @param phase for an index build, the phase as PostgreSQL names it, such as {@code building index: scanning table};
 *     otherwise {@code null}
 * @param percent for an index build, how much of the phase is done; {@code null} where that cannot be told
 * @since 0.1
 */
public record StatementProgress(
        String statement,
        Duration running,
        @Nullable String blockedBy,
        @Nullable String phase,
        @Nullable Integer percent) {}
