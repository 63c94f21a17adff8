/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

/** The kinds of tokens. */
enum TokenKind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** An identifier in double quotes, with or without {@code U&}. */
    QUOTED_IDENTIFIER(true),
    /** A literal in single quotes in which a backslash is a character like any other. */
    STRING(true),
    /** A literal that began with {@code E'}. */
    ESCAPE_STRING(true),
    /** A literal between dollar signs. */
    DOLLAR_STRING(true),
    /** A numeric literal. */
    NUMBER,
    /** A parameter such as {@code $1}. */
    PARAMETER,
    /** One operator. */
    OPERATOR,
    /** A single character. */
    SYMBOL,
    /** A backslash outside quotes: psql reads it as one of its commands. */
    BACKSLASH,
    /** A comment up to the end of the line. */
    LINE_COMMENT,
    /** A comment in slashes and asterisks, nested ones included. */
    BLOCK_COMMENT(true),
    /** Nothing is left. */
    END;

    private final boolean spansLines;

    TokenKind() {
        this(false);
    }

    TokenKind(boolean spansLines) {
        this.spansLines = spansLines;
    }

    /** {@return whether such a token may hold line ends} */
    boolean spansLines() {
        return spansLines;
    }
}
