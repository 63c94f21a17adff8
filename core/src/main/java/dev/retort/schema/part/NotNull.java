/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * That a column takes no nulls.
 *
 * <p>Since PostgreSQL 18 this is a constraint with a name of its own; before, only a mark.
 *
 * @param name the constraint's name; {@code null} where it is the one that PostgreSQL gives or a parent's, or before 18
 * @param noInherit {@code NO INHERIT} (18)
 * @param validated whether it was checked for the rows that are there ({@code NOT VALID}, 18)
 * @since 0.1
 */
public record NotNull(@Nullable String name, boolean noInherit, boolean validated) {

    /** The plain {@code NOT NULL} of every version. */
    public static final NotNull PLAIN = new NotNull(null, false, true);
}
