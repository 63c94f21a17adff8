/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The message of a failed check.
 *
 * @param what what happened, as one sentence
 * @param why the reason, as sentences; may be empty
 * @param sql statements for the difference; may be empty
 * @param action what to do
 */
record Failure(String what, String why, String sql, String action) {

    AssertionError error(@Nullable Throwable cause) {
        StringBuilder text = new StringBuilder(what);
        if (!why.isEmpty()) {
            text.append('\n').append(why);
        }
        if (!sql.isBlank()) {
            text.append("\n\n")
                    .append(sql.stripTrailing().indent(4).replaceAll("(?m)^ +$", ""))
                    .append('\n');
        } else {
            text.append('\n');
        }
        return new AssertionFailedError(text.append(action).toString(), cause);
    }

    AssertionError error() {
        return error(null);
    }
}
