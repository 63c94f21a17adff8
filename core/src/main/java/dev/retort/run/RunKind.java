/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import java.util.Locale;

/**
 * The kind of a run, and of a row of the history.
 *
 * @since 0.1
 */
public enum RunKind {

    /** Applies revisions. */
    UPGRADE,

    /** Reverses revisions. */
    DOWNGRADE,

    /** Sets the version rows without running a revision. */
    STAMP,

    /** Checks only that the database is at the target. */
    VALIDATE,

    /** Accepts what was done by hand: a changed script, or a revision that did not finish. */
    REPAIR,

    /** Keeps starting services from upgrading, after a downgrade. */
    HOLD,

    /** Ends a hold. */
    RELEASE,

    /** Takes over a database from another migration tool. */
    ADOPT,

    /** Gives a database back to the other migration tool. */
    ADOPT_UNDO;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /**
     * {@return the kind that a row of the history names}
     *
     * @param text the text of the column {@code operation}
     * @throws IllegalArgumentException for any other text
     */
    public static RunKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** {@return its name in the history, in JSON and on the command line, such as {@code upgrade}} */
    public String text() {
        return text;
    }

    /** {@return its name at the beginning of a sentence, such as {@code Upgrade}} */
    public String title() {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@return its name in the history, in JSON and on the command line, such as {@code upgrade}} */
    @Override
    public String toString() {
        return text;
    }
}
