/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import org.jspecify.annotations.Nullable;

/**
 * A target as Alembic reads it, parsed but not yet resolved in a graph. Whether its names exist, and whether a range or a
 * number of steps makes sense, is decided where the target is used.
 *
 * @since 0.1
 */
public sealed interface Target {

    /** {@return the target as it was written} */
    String text();

    /** {@return the part before the {@code @}; {@code null} when there is none} */
    @Nullable
    String branch();

    /**
     * A revision, a label, {@code head}, {@code heads} or {@code base}, perhaps within a branch.
     *
     * @param text the target as it was written
     * @param branch the part before the first {@code @}; {@code null} when there is none
     * @param name the rest; empty for an end that a range leaves out
     * @since 0.1
     */
    record Named(String text, @Nullable String branch, String name) implements Target {

        /** {@return the text as a name, split at the first {@code @}} */
        static Named of(String text) {
            int at = text.indexOf('@');
            return at < 0
                    ? new Named(text, null, text)
                    : new Named(text, text.substring(0, at), text.substring(at + 1));
        }

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
     * @param branch the part before the {@code @}; {@code null} when there is none
     * @param symbol the revision to count from; {@code null}: the current revisions of the database
     * @param steps up if positive, down if negative
     * @since 0.1
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

    /**
     * Two ends, either of which may be empty. Not every command takes one.
     *
     * @param text the range as it was written
     * @param lower the part before the first colon
     * @param upper the rest; with a second colon it is a range, which no command takes
     * @since 0.1
     */
    record Range(String text, Target lower, Target upper) implements Target {

        /** {@return {@code null}: only the ends of a range can be on a branch} */
        @Override
        public @Nullable String branch() {
            return null;
        }
    }

    /**
     * {@return what the text says} With a colon it is a range, in the form {@code [branch@][symbol](+|-)N} it is
     * relative, and otherwise it is a name.
     *
     * @param text any text; nothing is refused here
     */
    static Target parse(String text) {
        int colon = text.indexOf(':');
        if (colon >= 0) {
            return new Range(text, parse(text.substring(0, colon)), parse(text.substring(colon + 1)));
        }
        Relative relative = relative(text);
        return relative == null ? Named.of(text) : relative;
    }

    /** {@return whether the target counts steps from the current revisions of the database} */
    default boolean countsFromCurrent() {
        return this instanceof Relative relative && relative.symbol() == null;
    }

    /** {@return whether this is an end that a range leaves out} */
    default boolean isEmpty() {
        return text().isEmpty();
    }

    /** {@return whether this is the word {@code current}, or a range with it at one of its ends} */
    default boolean namesCurrent() {
        return this instanceof Range range
                ? range.lower().namesCurrent() || range.upper().namesCurrent()
                : text().equals("current");
    }

    /** {@return the relative target that the text is; {@code null} when it is none} */
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
