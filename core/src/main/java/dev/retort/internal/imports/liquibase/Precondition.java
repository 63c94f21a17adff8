/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a change set.
 *
 * @param words what they require, in words
 * @param condition the same as an SQL expression; {@code null} when there is none
 * @param onFail what Liquibase does where they do not hold, such as {@code MARK_RAN}
 */
record Precondition(String words, @Nullable String condition, String onFail) {

    /** The condition of preconditions that hold in every database of PostgreSQL. */
    static final String ALWAYS = "true";

    /** The condition of preconditions that hold in none. */
    static final String NEVER = "false";

    /** {@return whether the change set is marked as run without running, in every database} */
    boolean neverRuns() {
        return NEVER.equals(condition) && onFail.equals("MARK_RAN");
    }

    /** {@return whether there is nothing to check} */
    boolean alwaysHolds() {
        return ALWAYS.equals(condition);
    }
}
