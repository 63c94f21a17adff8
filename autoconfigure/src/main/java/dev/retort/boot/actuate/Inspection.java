/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write request as it was sent, read before Spring Boot merges path, body and query string.
 *
 * @param values the values of its body
 * @param refusal why it is refused; {@code null} if it is not
 */
record Inspection(
        Map<String, @Nullable String> values, @Nullable RequestRefusedException refusal) {

    /** For a request that was not inspected, or has no body: only path values are allowed. */
    static final Inspection NOTHING_SENT = new Inspection(Map.of(), null);

    /** Copies the values. */
    Inspection {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Inspection refusing(RequestRefusedException reason) {
        return new Inspection(values, reason);
    }

    /** {@return this inspection, which refuses a query string} */
    Inspection withQuery(@Nullable String query) {
        return query == null || query.isEmpty()
                ? this
                : refusing(RequestRefusedException.unusable(
                        "The request has a query string.",
                        "Query parameters would override the path and the body.",
                        "Send all values in the JSON body."));
    }
}
