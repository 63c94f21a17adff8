/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

/**
 * A rule of the database that the mapped classes do not state, and that is left as it is.
 *
 * @param kind the kind of rule
 * @param what the column, constraint or index, with what the database has where the name does not say it
 * @since 0.1
 */
public record ToleratedRule(Tolerance kind, String what) implements Comparable<ToleratedRule> {

    @Override
    public int compareTo(ToleratedRule other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : what.compareTo(other.what);
    }
}
