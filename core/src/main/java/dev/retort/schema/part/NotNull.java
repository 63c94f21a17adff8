/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * The {@code NOT NULL} of a column.
 *
 * <p>Since PostgreSQL 18 this is a constraint with a name; before, only a flag.
 *
 * @param name the constraint's name; {@code null} if it is PostgreSQL's default or a parent's, and before 18
 * @param noInherit {@code NO INHERIT} (18)
 * @param validated whether it was checked for existing rows ({@code NOT VALID}, 18)
 * @since 0.1
 */
public record NotNull(@Nullable String name, boolean noInherit, boolean validated) {

    /** The plain {@code NOT NULL} of every version. */
    public static final NotNull PLAIN = new NotNull(null, false, true);
}
