/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that a command passes to listeners, placeholders and Java revisions: Alembic's {@code --tag} and
 * {@code -x}. Retort does not interpret them.
 *
 * @param tag the tag; {@code null} for none
 * @param values value by key, in the order given; a key without a value has the empty one
 * @since 0.1
 */
public record RunArguments(@Nullable String tag, Map<String, String> values) {

    private static final RunArguments NONE = new RunArguments(null, Map.of());

    /**
     * Copies the values.
     *
     * @param tag the tag; {@code null} for none
     * @param values value by key, in the order given; a key without a value has the empty one
     */
    public RunArguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** {@return no tag and no values} */
    public static RunArguments none() {
        return NONE;
    }
}
