/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the history.
 *
 * @param limit the maximum number of rows
 * @param before only rows with a smaller id; {@code null} from the newest
 */
record Page(int limit, @Nullable Long before) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 1000;

    /** Applies the default limit and checks both. */
    static Page of(@Nullable Integer limit, @Nullable Long before) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw refused("limit", "It must be a number from 1 to " + MAX_LIMIT + ".");
        }
        if (before != null && before < 1) {
            throw refused("before", "It must be the id of a row of the log.");
        }
        return new Page(limit == null ? DEFAULT_LIMIT : limit, before);
    }

    /** Reads parameters as they were sent. */
    static Page parse(@Nullable String limit, @Nullable String before) {
        return of(number("limit", limit, Integer::valueOf), number("before", before, Long::valueOf));
    }

    private static <N extends Number> @Nullable N number(
            String name, @Nullable String value, Function<String, N> parser) {
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            throw refused(name, "It must be an integer.");
        }
    }

    private static RequestRefusedException refused(String name, String why) {
        return RequestRefusedException.unusable("The parameter '" + name + "' is invalid.", why, "Correct or omit it.");
    }
}
