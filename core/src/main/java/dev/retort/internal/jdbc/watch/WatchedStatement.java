/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of a long statement as the {@link Watcher} sees it.
 *
 * @param description names the statement
 * @param running how long it has been running
 * @param blockers the sessions that block it; {@code null} if none are visible
 * @param phase for an index build, its phase; otherwise {@code null}
 * @param percent for an index build, how much of the phase is done; {@code null} where the server does not tell
 */
public record WatchedStatement(
        String description,
        Duration running,
        @Nullable String blockers,
        @Nullable String phase,
        @Nullable Integer percent) {

    @Override
    public String toString() {
        return description + " has been running for " + running.toSeconds() + " s"
                + (blockers == null ? "" : ", waiting for " + blockers)
                + (phase == null ? "" : ": " + phase + (percent == null ? "" : " " + percent + " %"));
    }
}
