/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/**
 * Two ends of which either may be left out.
 *
 * @param text the range as it was written
 * @param lower the part before the colon, perhaps empty
 * @param upper the part after it, perhaps empty
 */
record Range(String text, String lower, String upper) {

    static boolean is(String text) {
        return text.indexOf(':') >= 0;
    }

    /** {@return the two ends of a text with exactly one colon} */
    static Range parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            throw new GraphException(
                    GraphError.RANGE_SYNTAX,
                    "'" + text + "' is not a range.",
                    "A range has one ':' between its ends.",
                    "Write <from>:<to>, <from>: or :<to>.");
        }
        return new Range(text, text.substring(0, colon), text.substring(colon + 1));
    }

    /** Refuses a range where the database itself says where to start. */
    static void refuse(String target) {
        if (is(target)) {
            throw new GraphException(
                    GraphError.RANGE_NOT_ALLOWED,
                    "'" + target + "' is a range, and a single target is needed.",
                    "The version table gives the start; only `--sql` and `history` take a range.",
                    "Use only the part after the ':', or write a script with `--sql`.");
        }
    }
}
