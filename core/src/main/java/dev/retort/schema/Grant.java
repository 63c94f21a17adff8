/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

/**
 * A privilege that somebody but the owner has.
 *
 * @param grantee the role's name, unquoted; empty for {@code PUBLIC}
 * @param privilege {@code SELECT}, {@code INSERT}, {@code USAGE}, {@code EXECUTE}, ...
 * @param grantable whether the grantee may grant it on
 */
public record Grant(String grantee, String privilege, boolean grantable) implements Comparable<Grant> {

    /** Orders by grantee and privilege. */
    @Override
    public int compareTo(Grant other) {
        int byGrantee = grantee.compareTo(other.grantee);
        return byGrantee != 0 ? byGrantee : privilege.compareTo(other.privilege);
    }
}
