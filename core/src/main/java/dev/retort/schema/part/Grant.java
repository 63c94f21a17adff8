/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.Comparator;

/**
 * A privilege that a role other than the owner has beyond PostgreSQL's defaults, or a default that was revoked.
 *
 * <p>The defaults are few: {@code PUBLIC} may execute routines, use types and the schema {@code public} (and, before
 * 15, create in it). No list of grants contains them; a revoked default is listed as {@link #revoked}. So an object
 * without GRANT and REVOKE has no grants, and a schema has the same grants whether the catalog lists its privileges or
 * not.
 *
 * @param grantee the role's name, unquoted; empty for {@code PUBLIC}
 * @param privilege {@code SELECT}, {@code INSERT}, {@code USAGE}, {@code EXECUTE}, ...
 * @param grantable whether the grantee may grant it on
 * @param revoked whether it is a default that was revoked
 * @since 0.1
 */
public record Grant(String grantee, String privilege, boolean grantable, boolean revoked) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::grantee)
            .thenComparing(Grant::privilege)
            .thenComparing(Grant::grantable)
            .thenComparing(Grant::revoked);

    /**
     * Creates a granted privilege.
     *
     * @param grantee the role's name, unquoted; empty for {@code PUBLIC}
     * @param privilege {@code SELECT}, {@code INSERT}, {@code USAGE}, {@code EXECUTE}, ...
     * @param grantable {@code WITH GRANT OPTION}
     */
    public Grant(String grantee, String privilege, boolean grantable) {
        this(grantee, privilege, grantable, false);
    }

    /** Orders by grantee and privilege. */
    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
