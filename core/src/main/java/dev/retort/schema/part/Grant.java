/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.Comparator;

/**
 * A privilege that somebody but the owner has beyond what PostgreSQL gives when it makes an object, or lacks of that.
 *
 * <p>What PostgreSQL gives is little: {@code PUBLIC} may execute routines, use types and the schema {@code public} (and,
 * before 15, create in that). These stand in no list of grants while they are there; once they have been taken away, that
 * stands there as {@link #revoked}. So an object nobody granted or revoked anything on has no grants, and a schema has the
 * same grants whether its privileges are written out in the catalog or not.
 *
 * @param grantee the role's name, unquoted; empty for {@code PUBLIC}
 * @param privilege {@code SELECT}, {@code INSERT}, {@code USAGE}, {@code EXECUTE}, ...
 * @param grantable whether the grantee may grant it on
 * @param revoked whether it is lacking although PostgreSQL gives it
 * @since 0.1
 */
public record Grant(String grantee, String privilege, boolean grantable, boolean revoked) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::grantee)
            .thenComparing(Grant::privilege)
            .thenComparing(Grant::grantable)
            .thenComparing(Grant::revoked);

    /**
     * Makes a privilege that is there.
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
