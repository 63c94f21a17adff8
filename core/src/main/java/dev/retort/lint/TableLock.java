/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

/**
 * A lock that a statement takes on a relation that existed before its revision.
 *
 * @param relation the relation with its schema
 * @param mode the strongest mode
 * @since 0.1
 */
public record TableLock(String relation, LockMode mode) {

    /** {@return such as {@code ACCESS EXCLUSIVE on public.orders}} */
    @Override
    public String toString() {
        return mode.words() + " on " + relation;
    }
}
