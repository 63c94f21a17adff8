/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row-level-security policy of a table.
 *
 * @param name its name
 * @param permissive {@code PERMISSIVE}; otherwise {@code RESTRICTIVE}
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles it is for; empty for {@code PUBLIC}
 * @param using which rows are seen, as SQL
 * @param withCheck which rows may be written, as SQL
 * @param comment its comment
 * @since 0.1
 */
public record Policy(
        String name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck,
        @Nullable String comment) {

    /**
     * Copies the roles.
     *
     * @param name its name
     * @param permissive {@code PERMISSIVE}; otherwise {@code RESTRICTIVE}
     * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
     * @param roles the roles it is for; empty for {@code PUBLIC}
     * @param using which rows are seen, as SQL
     * @param withCheck which rows may be written, as SQL
     * @param comment its comment
     */
    public Policy {
        roles = List.copyOf(roles);
    }
}
