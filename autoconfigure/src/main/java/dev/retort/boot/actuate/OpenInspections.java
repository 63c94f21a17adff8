/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The inspections of {@link WriteInspectionFilter} for requests in progress. Under WebFlux an operation sees only the
 * merged values of its request, so the key of the inspection is passed as one of them. It is valid for that request
 * only.
 */
final class OpenInspections {

    private final Map<String, Inspection> open = new ConcurrentHashMap<>();

    /** {@return the key of an inspection, valid until it is closed} */
    String open(Inspection inspection) {
        String key = UUID.randomUUID().toString();
        open.put(key, inspection);
        return key;
    }

    void close(String key) {
        open.remove(key);
    }

    /** {@return the key among the values of a request; {@code null} if there is none} */
    @Nullable
    String key(Set<String> values) {
        return values.stream().filter(open::containsKey).findFirst().orElse(null);
    }

    Inspection get(String key) {
        return Objects.requireNonNullElse(open.get(key), Inspection.NOTHING_SENT);
    }
}
