/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and durations as the page writes them. */
final class PageText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PageText() {}

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : UTC.format(time);
    }

    static @Nullable String duration(@Nullable Duration took) {
        if (took == null) {
            return null;
        }
        if (took.toMillis() < 1000) {
            return took.toMillis() + " ms";
        }
        return took.toSeconds() < 120
                ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)
                : took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }
}
