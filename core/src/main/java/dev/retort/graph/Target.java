/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import org.jspecify.annotations.Nullable;

/** A parsed target, before it is resolved in a graph. */
sealed interface Target {

    /** {@return the target as it was written} */
    String text();

    /** {@return the part before the {@code @}, if there is one} */
    @Nullable
    String branch();

    /**
     * A revision, a label, {@code head}, {@code heads} or {@code base}, perhaps within a branch.
     *
     * @param text the target as it was written
     * @param branch the part before the first {@code @}
     * @param name the rest
     */
    record Named(String text, @Nullable String branch, String name) implements Target {

        /** {@return whether the name is a symbol such as {@code head} instead of a revision} */
        boolean isSymbolic() {
            return isHeads() || isBase() || name.equals("head");
        }

        boolean isHeads() {
            return name.equals("heads");
        }

        boolean isBase() {
            return name.equals("base");
        }
    }

    /**
     * A number of steps from a revision or from the current revisions of the database.
     *
     * @param text the target as it was written
     * @param branch the part before the {@code @}
     * @param symbol the revision to count from; absent: the current revisions of the database
     * @param steps up if positive, down if negative
     */
    record Relative(
            String text, @Nullable String branch, @Nullable String symbol, int steps) implements Target {

        /** {@return the named revision to count from, within the branch} */
        Named startInBranch() {
            return branch == null ? start() : new Named(branch + "@" + start().text(), branch, start().name());
        }

        /** {@return the named revision to count from, wherever it is} */
        Named start() {
            String name = symbol == null ? "" : symbol;
            return new Named(name, null, name);
        }
    }

    /** {@return what the text says: relative where it has the form {@code [branch@][symbol](+|-)N}} */
    static Target parse(String text) {
        Relative relative = relative(text);
        return relative == null ? named(text) : relative;
    }

    /** {@return the text as a name, split at the first {@code @}} */
    static Named named(String text) {
        int at = text.indexOf('@');
        return at < 0 ? new Named(text, null, text) : new Named(text, text.substring(0, at), text.substring(at + 1));
    }

    private static @Nullable Relative relative(String text) {
        int sign = sign(text);
        int symbol = sign;
        while (symbol > 0 && isWord(text.charAt(symbol - 1))) {
            symbol--;
        }
        boolean hasBranch = symbol > 1 && text.charAt(symbol - 1) == '@';
        if (sign < 0 || (symbol > 0 && !hasBranch)) {
            return null;
        }
        return new Relative(
                text,
                hasBranch ? text.substring(0, symbol - 1) : null,
                symbol == sign ? null : text.substring(symbol, sign),
                steps(text, sign));
    }

    /** {@return the position of the sign before the digits at the end, or -1} */
    private static int sign(String text) {
        int at = text.length() - 1;
        while (at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at--;
        }
        boolean signed = at >= 0 && at < text.length() - 1 && (text.charAt(at) == '+' || text.charAt(at) == '-');
        return signed ? at : -1;
    }

    /** More than nine digits go beyond any graph, as nine do. */
    private static int steps(String text, int sign) {
        String digits = text.substring(sign + 1);
        int steps = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        return text.charAt(sign) == '-' ? -steps : steps;
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
