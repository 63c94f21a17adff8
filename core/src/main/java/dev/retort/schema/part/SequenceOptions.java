/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * The options of a sequence. PostgreSQL chooses values that are {@code null}; a catalog has every value.
 *
 * @param start {@code START WITH}
 * @param increment {@code INCREMENT BY}
 * @param minimum {@code MINVALUE}
 * @param maximum {@code MAXVALUE}
 * @param cache {@code CACHE}
 * @param cycle whether it restarts after the last value
 * @since 0.1
 */
public record SequenceOptions(
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long cache,
        boolean cycle) {

    /** PostgreSQL's defaults for whatever type the sequence has. */
    public static final SequenceOptions DEFAULTS = new SequenceOptions(null, null, null, null, null, false);
}
