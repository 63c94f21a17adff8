/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.sql;

/** The character classes of PostgreSQL's lexer; every character beyond ASCII belongs to identifiers. */
final class Characters {

    private Characters() {}

    static boolean isWhitespace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean startsIdentifier(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    static boolean continuesTag(char c) {
        return startsIdentifier(c) || isDigit(c);
    }

    static boolean continuesIdentifier(char c) {
        return continuesTag(c) || c == '$';
    }

    static boolean isOperator(char c) {
        return switch (c) {
            case '+', '-', '*', '/', '<', '>', '=' -> true;
            default -> makesLongOperator(c);
        };
    }

    /** Only an operator with one of these may end in {@code +} or {@code -}. */
    static boolean makesLongOperator(char c) {
        return switch (c) {
            case '~', '!', '@', '#', '^', '&', '|', '`', '?', '%' -> true;
            default -> false;
        };
    }

    /** Folds as the server does in UTF-8 databases: ASCII letters only. */
    static char fold(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
