/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.sql;

/**
 * Cuts a text into the tokens that PostgreSQL's own lexer sees, as far as boundaries go (manual, chapter 4.1). Strings are
 * read as with {@code standard_conforming_strings = on}.
 */
final class Lexer {

    private final char[] text;
    private final Lines lines;
    private int position;
    private int start;
    private boolean escapeStringGoesOn;

    Lexer(char[] text, int firstLine) {
        this.text = text;
        this.lines = new Lines(text, firstLine);
    }

    /** Moves to the next token; {@link #start()} and {@link #end()} then enclose it. */
    TokenKind next() {
        int i = position;
        while (i < text.length && Characters.isWhitespace(text[i])) {
            i++;
        }
        start = i;
        position = i;
        if (i == text.length) {
            return TokenKind.END;
        }
        TokenKind kind = lex(text[i]);
        if (kind != TokenKind.LINE_COMMENT) {
            escapeStringGoesOn = kind == TokenKind.ESCAPE_STRING;
        }
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return position;
    }

    /** Goes on at a position further down, over text that is not SQL. */
    void skipTo(int end) {
        position = end;
    }

    int lineOf(int asked) {
        return lines.at(asked);
    }

    private char at(int i) {
        return i < text.length ? text[i] : '\0';
    }

    private TokenKind lex(char c) {
        if (Characters.startsIdentifier(c)) {
            return wordOrPrefixedLiteral(c);
        }
        if (Characters.isDigit(c)) {
            return number();
        }
        return switch (c) {
            case '\'' -> escapeStringGoesOn ? escapeString(start + 1) : string(start + 1);
            case '"' -> quotedIdentifier(start + 1);
            case '$' -> dollar();
            case '.' -> Characters.isDigit(at(start + 1)) ? number() : single(TokenKind.SYMBOL);
            case '\\' -> single(TokenKind.BACKSLASH);
            case '-' -> at(start + 1) == '-' ? lineComment() : operator();
            case '/' -> at(start + 1) == '*' ? blockComment() : operator();
            default -> Characters.isOperator(c) ? operator() : single(TokenKind.SYMBOL);
        };
    }

    private TokenKind single(TokenKind kind) {
        position = start + 1;
        return kind;
    }

    private TokenKind wordOrPrefixedLiteral(char c) {
        char next = at(start + 1);
        if (next == '\'') {
            switch (c) {
                case 'e', 'E' -> {
                    return escapeString(start + 2);
                }
                case 'b', 'B', 'x', 'X', 'n', 'N' -> {
                    return string(start + 2);
                }
                default -> {}
            }
        } else if (next == '&' && (c == 'u' || c == 'U')) {
            char quote = at(start + 2);
            if (quote == '\'') {
                return string(start + 3);
            }
            if (quote == '"') {
                return quotedIdentifier(start + 3);
            }
        }
        return word();
    }

    private TokenKind word() {
        int i = start + 1;
        while (i < text.length && Characters.continuesIdentifier(text[i])) {
            i++;
        }
        position = i;
        return TokenKind.WORD;
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
        int i = start + 1;
        if (Characters.isDigit(at(i))) {
            while (Characters.isDigit(at(i))) {
                i++;
            }
            position = i;
            return TokenKind.PARAMETER;
        }
        if (Characters.startsIdentifier(at(i))) {
            while (Characters.continuesTag(at(i))) {
                i++;
            }
        }
        return at(i) == '$' ? dollarString(i + 1) : single(TokenKind.SYMBOL);
    }

    private TokenKind dollarString(int from) {
        int delimiter = from - start;
        for (int i = from; i + delimiter <= text.length; i++) {
            if (text[i] == '$' && isDelimiter(i, delimiter)) {
                position = i + delimiter;
                return TokenKind.DOLLAR_STRING;
            }
        }
        throw neverClosed("The dollar-quoted text is", new String(text, start, delimiter));
    }

    private boolean isDelimiter(int at, int length) {
        for (int i = 1; i < length; i++) {
            if (text[at + i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private TokenKind lineComment() {
        int i = start + 2;
        while (i < text.length && !Characters.isNewline(text[i])) {
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
        while (end < text.length && Characters.isOperator(text[end]) && !startsComment(end)) {
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
        char next = at(i + 1);
        return (text[i] == '-' && next == '-') || (text[i] == '/' && next == '*');
    }

    private TokenKind number() {
        int i = digits(start);
        if (at(i) == '.' && at(i + 1) != '.') {
            i = digits(i + 1);
        }
        boolean exponent = i > start && (text[i - 1] == 'e' || text[i - 1] == 'E');
        boolean signed = exponent && (at(i) == '-' || at(i) == '+') && Characters.isDigit(at(i + 1));
        position = signed ? digits(i + 1) : i;
        return TokenKind.NUMBER;
    }

    /** Digits with what belongs to hexadecimal and grouped numbers and to exponents. */
    private int digits(int from) {
        int i = from;
        while (i < text.length && text[i] < 0x80 && Characters.continuesTag(text[i])) {
            i++;
        }
        return i;
    }

    private SqlSyntaxException neverClosed(String what, String delimiter) {
        return new SqlSyntaxException(
                lineOf(start), what + " never closed.", "Close it with " + delimiter + " where it ends.");
    }
}
