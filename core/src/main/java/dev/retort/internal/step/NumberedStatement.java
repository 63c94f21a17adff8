/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.internal.sql.Fingerprint;
import dev.retort.internal.sql.SqlStatement;

/**
 * A statement in its place in a step, by which it is known when the step runs again.
 *
 * @param sql the statement as it may be shown
 * @param number its number in the step, counted from 1
 * @param given what it was given beside its text, such as parameters: compared, never shown; empty for nothing
 */
public record NumberedStatement(SqlStatement sql, int number, String given) {

    /** {@return a statement that is all in its text} */
    public static NumberedStatement of(SqlStatement sql, int number) {
        return new NumberedStatement(sql, number, "");
    }

    /** {@return what tells it from others in its place} */
    String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("statement", sql.text());
        fingerprint.add("data", String.valueOf(sql.copyData()));
        if (!given.isEmpty()) {
            fingerprint.add("given", given);
        }
        return fingerprint.hex();
    }

    /** Says nothing of what it was given, which may be a secret. */
    @Override
    public String toString() {
        return sql + " (" + number + ")";
    }
}
