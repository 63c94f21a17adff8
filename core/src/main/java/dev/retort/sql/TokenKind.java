/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.sql;

/** What a lexer finds between white space. */
enum TokenKind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** An identifier in double quotes, with or without {@code U&}. */
    QUOTED_IDENTIFIER,
    /** A literal in single quotes in which a backslash is a character like any other. */
    STRING,
    /** A literal that began with {@code E'}. */
    ESCAPE_STRING,
    /** A literal between dollar signs. */
    DOLLAR_STRING,
    /** A numeric literal. */
    NUMBER,
    /** A parameter such as {@code $1}. */
    PARAMETER,
    /** One operator. */
    OPERATOR,
    /** A character that stands for itself. */
    SYMBOL,
    /** A backslash outside quotes: psql takes it for a command of its own. */
    BACKSLASH,
    /** A comment up to the end of the line. */
    LINE_COMMENT,
    /** A comment in slashes and asterisks, nested ones included. */
    BLOCK_COMMENT,
    /** Nothing is left. */
    END
}
