/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WriteInspectionFilter} found of the requests that run now. Under WebFlux an operation sees nothing of its
 * request but the merged values: the key under which an inspection is kept travels as one of them, and is good for that
 * request only.
 */
final class OpenInspections {

    private final Map<String, Inspection> open = new ConcurrentHashMap<>();

    /** {@return the key of an inspection, until it is closed} */
    String open(Inspection inspection) {
        String key = UUID.randomUUID().toString();
        open.put(key, inspection);
        return key;
    }

    void close(String key) {
        open.remove(key);
    }

    /** {@return the key among the values of a request; {@code null} when there is none} */
    @Nullable
    String key(Set<String> values) {
        return values.stream().filter(open::containsKey).findFirst().orElse(null);
    }

    Inspection get(String key) {
        return Objects.requireNonNullElse(open.get(key), Inspection.NOTHING_SENT);
    }
}
