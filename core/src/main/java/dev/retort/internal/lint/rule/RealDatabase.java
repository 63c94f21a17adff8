/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.lint.MappedObjects;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts that only the real database or the application has.
 *
 * @param invalidIndexes names of indexes that a concurrent build left INVALID, with their schemas
 * @param published tables that a publication has, with their schemas
 * @param runningOut how many percent of their range integer keys have used, by table and column, where it is more than half
 * @param oldestTransaction how old the oldest transaction is
 * @param mapped what the entities of this build map; {@code null} when there is no model
 */
public record RealDatabase(
        Set<String> invalidIndexes,
        Set<String> published,
        Map<String, Integer> runningOut,
        Duration oldestTransaction,
        @Nullable MappedObjects mapped) {

    /** Nothing is known. */
    public static final RealDatabase NONE = new RealDatabase(Set.of(), Set.of(), Map.of(), Duration.ZERO, null);

    /** Copies the sets. */
    public RealDatabase {
        invalidIndexes = Set.copyOf(invalidIndexes);
        published = Set.copyOf(published);
        runningOut = Map.copyOf(runningOut);
    }
}
