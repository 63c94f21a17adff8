/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.Routine;

/** The parts of a routine that {@code CREATE OR REPLACE} does not change: its result, the names and defaults of its arguments. */
public final class Signatures {

    private Signatures() {}

    public static boolean areSame(Routine from, Routine to) {
        return from.result().equals(to.result()) && head(from).equals(head(to));
    }

    /** {@return whether calls may leave arguments out, or give more of them} */
    public static boolean areOptional(Routine routine) {
        String head = head(routine);
        return head.contains(" DEFAULT ") || head.contains("VARIADIC ");
    }

    /** The definition as PostgreSQL prints it has name and arguments in its first line. */
    private static String head(Routine routine) {
        String definition = routine.definition();
        int end = definition.indexOf('\n');
        return end < 0 ? definition : definition.substring(0, end);
    }
}
