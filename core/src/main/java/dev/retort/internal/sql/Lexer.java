/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;

/**
 * Cuts a text, given as UTF-8, into the tokens that PostgreSQL's own lexer sees, as far as boundaries go (manual,
 * chapter 4.1). Strings are read as with {@code standard_conforming_strings = on}.
 */
final class Lexer {

    private final byte[] text;
    private int position;
    private int start;
    private int line;
    private TokenKind kind = TokenKind.SYMBOL;
    private boolean escapeStringContinues;

    Lexer(byte[] text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    /** Moves to the next token; {@link #start()} and {@link #end()} then enclose it. */
    TokenKind next() {
        if (kind.spansLines()) {
            countLines(start, position);
        }
        skipWhitespace();
        start = position;
        if (start == text.length) {
            kind = TokenKind.END;
            return kind;
        }
        kind = lex(text[start]);
        if (kind != TokenKind.LINE_COMMENT) {
            escapeStringContinues = kind == TokenKind.ESCAPE_STRING;
        }
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return position;
    }

    /** {@return the line on which the token starts} */
    int line() {
        return line;
    }

    /** Continues at a position further down, over text that is not SQL. */
    void skipTo(int end) {
        countLines(position, end);
        position = end;
    }

    private void skipWhitespace() {
        int i = position;
        while (i < text.length && Characters.classOf(text[i]) == Characters.WHITESPACE) {
            if (text[i] == '\n') {
                line++;
            }
            i++;
        }
        position = i;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                line++;
            }
        }
    }

    private byte at(int i) {
        return i < text.length ? text[i] : 0;
    }

    private int classAt(int i) {
        return i < text.length ? Characters.classOf(text[i]) : Characters.SYMBOL;
    }

    private TokenKind lex(byte c) {
        return switch (Characters.classOf(c)) {
            case Characters.LETTER -> wordOrPrefixedLiteral(c);
            case Characters.DIGIT -> number();
            case Characters.OPERATOR -> commentOrOperator(c);
            case Characters.QUOTE -> c == '"' ? quotedIdentifier(start + 1) : quoted();
            case Characters.DOLLAR -> dollar();
            default -> symbol(c);
        };
    }

    private TokenKind symbol(byte c) {
        if (c == '.' && classAt(start + 1) == Characters.DIGIT) {
            return number();
        }
        position = start + 1;
        return c == '\\' ? TokenKind.BACKSLASH : TokenKind.SYMBOL;
    }

    /** The continuation of an {@code E''} literal on another line takes escapes like its beginning. */
    private TokenKind quoted() {
        return escapeStringContinues ? escapeString(start + 1) : string(start + 1);
    }

    private TokenKind wordOrPrefixedLiteral(byte c) {
        position = Characters.endOfIdentifier(text, start + 1);
        if (position - start > 1 || (at(position) != '\'' && at(position) != '&')) {
            return TokenKind.WORD;
        }
        boolean quote = at(position) == '\'';
        switch (c) {
            case 'e', 'E' -> {
                return quote ? escapeString(start + 2) : TokenKind.WORD;
            }
            case 'b', 'B', 'x', 'X', 'n', 'N' -> {
                return quote ? string(start + 2) : TokenKind.WORD;
            }
            case 'u', 'U' -> {
                return quote ? TokenKind.WORD : unicodeEscapes();
            }
            default -> {
                return TokenKind.WORD;
            }
        }
    }

    private TokenKind unicodeEscapes() {
        return switch (at(start + 2)) {
            case '\'' -> string(start + 3);
            case '"' -> quotedIdentifier(start + 3);
            default -> TokenKind.WORD;
        };
    }

    private TokenKind string(int from) {
        position = afterQuote(from, '\'', "The string literal is");
        return TokenKind.STRING;
    }

    private TokenKind quotedIdentifier(int from) {
        position = afterQuote(from, '"', "The quoted identifier is");
        return TokenKind.QUOTED_IDENTIFIER;
    }

    private int afterQuote(int from, char quote, String what) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == quote) {
                if (at(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        throw neverClosed(what, String.valueOf(quote));
    }

    private TokenKind escapeString(int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == '\'') {
                if (at(i + 1) != '\'') {
                    position = i + 1;
                    return TokenKind.ESCAPE_STRING;
                }
                i++;
            }
        }
        throw neverClosed("The string literal is", "'");
    }

    private TokenKind dollar() {
        if (classAt(start + 1) == Characters.DIGIT) {
            int i = start + 2;
            while (classAt(i) == Characters.DIGIT) {
                i++;
            }
            position = i;
            return TokenKind.PARAMETER;
        }
        int end = Characters.endOfTag(text, start + 1);
        if (at(end) == '$') {
            return dollarString(end + 1);
        }
        position = start + 1;
        return TokenKind.SYMBOL;
    }

    private TokenKind dollarString(int from) {
        int delimiter = from - start;
        for (int i = from; i + delimiter <= text.length; i++) {
            if (text[i] == '$' && isDelimiter(i, delimiter)) {
                position = i + delimiter;
                return TokenKind.DOLLAR_STRING;
            }
        }
        throw neverClosed("The dollar-quoted text is", new String(text, start, delimiter, StandardCharsets.UTF_8));
    }

    private boolean isDelimiter(int at, int length) {
        for (int i = 1; i < length; i++) {
            if (text[at + i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private TokenKind commentOrOperator(byte c) {
        if (c == '-' && at(start + 1) == '-') {
            return lineComment();
        }
        return c == '/' && at(start + 1) == '*' ? blockComment() : operator();
    }

    private TokenKind lineComment() {
        int i = start + 2;
        while (i < text.length && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        position = i;
        return TokenKind.LINE_COMMENT;
    }

    private TokenKind blockComment() {
        int depth = 1;
        for (int i = start + 2; i < text.length; i++) {
            if (text[i] == '/' && at(i + 1) == '*') {
                depth++;
                i++;
            } else if (text[i] == '*' && at(i + 1) == '/') {
                depth--;
                i++;
                if (depth == 0) {
                    position = i + 1;
                    return TokenKind.BLOCK_COMMENT;
                }
            }
        }
        throw neverClosed("The comment is", "*/");
    }

    private TokenKind operator() {
        int end = start + 1;
        boolean mayEndInSign = Characters.makesLongOperator(text[start]);
        while (classAt(end) == Characters.OPERATOR && !startsComment(end)) {
            mayEndInSign |= Characters.makesLongOperator(text[end]);
            end++;
        }
        while (!mayEndInSign && end - start > 1 && (text[end - 1] == '+' || text[end - 1] == '-')) {
            end--;
        }
        position = end;
        return TokenKind.OPERATOR;
    }

    private boolean startsComment(int i) {
        byte next = at(i + 1);
        return (text[i] == '-' && next == '-') || (text[i] == '/' && next == '*');
    }

    /** Hexadecimal and grouped digits and exponents count as letters: what is a number at all is the server's to judge. */
    private TokenKind number() {
        int i = Characters.endOfTag(text, start);
        if (at(i) == '.' && at(i + 1) != '.') {
            i = Characters.endOfTag(text, i + 1);
        }
        boolean exponent = text[i - 1] == 'e' || text[i - 1] == 'E';
        boolean signed = exponent && (at(i) == '-' || at(i) == '+') && classAt(i + 1) == Characters.DIGIT;
        position = signed ? Characters.endOfTag(text, i + 1) : i;
        return TokenKind.NUMBER;
    }

    private SqlSyntaxException neverClosed(String what, String delimiter) {
        return new SqlSyntaxException(line, what + " never closed.", "Close it with " + delimiter + " where it ends.");
    }
}
