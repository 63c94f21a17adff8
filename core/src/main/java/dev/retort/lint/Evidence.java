/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Locale;

/**
 * The source of a finding.
 *
 * @since 0.1
 */
public enum Evidence {
    /** The scratch server showed it. */
    MEASURED,
    /** The scratch server showed it, and the size of the real relation is known. */
    MEASURED_SIZED,
    /** The catalog before and after the statement shows it. */
    CATALOG,
    /** Rows of the real database show it. */
    DATA,
    /** PostgreSQL's manual says so; the statement cannot be observed on an empty database. */
    DECLARED,
    /** The statement did not run on the scratch server, or what it does depends on rows. */
    NOT_MEASURED;

    /** {@return the word in reports} */
    public String word() {
        return this == MEASURED_SIZED
                ? "measured+sized"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
