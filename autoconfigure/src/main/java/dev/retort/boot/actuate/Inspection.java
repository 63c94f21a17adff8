/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write as it was sent, seen before Spring Boot merges path, body and query string.
 *
 * @param values the values of its body
 * @param refusal why it cannot run; {@code null} when it can
 */
record Inspection(
        Map<String, @Nullable String> values, @Nullable RequestRefusedException refusal) {

    /** Of a request that was not inspected, and of one without a body: the path is all that it may have. */
    static final Inspection NOTHING_SENT = new Inspection(Map.of(), null);

    /** Copies the values. */
    Inspection {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Inspection refusing(RequestRefusedException reason) {
        return new Inspection(values, reason);
    }

    /** {@return this, refusing a query string} */
    Inspection withQuery(@Nullable String query) {
        return query == null || query.isEmpty()
                ? this
                : refusing(RequestRefusedException.unusable(
                        "The request has a query string.",
                        "Its values would override the path and the body.",
                        "Send all values in the JSON body."));
    }
}
