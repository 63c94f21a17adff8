/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text in one pass and splits it where psql would: at semicolons outside parentheses and {@code BEGIN ATOMIC}
 * bodies, with the data that follows a {@code COPY ... FROM stdin}. One scanner reads one text, in one thread.
 *
 * <p>psql's commands are refused, except that the {@code restrict} and {@code unrestrict} lines of a dump are skipped.
 */
public final class SqlScanner {

    private static final String MARKER_KEY = "migrate";

    private final byte[] text;
    private final boolean script;
    private final Lexer lexer;
    private final Tokens tokens;
    private final Nesting nesting = new Nesting();
    private int statementLine;
    private int statementStart;
    private int itemStart;

    private SqlScanner(String sql, int firstLine, boolean script) {
        this.text = sql.getBytes(StandardCharsets.UTF_8);
        this.script = script;
        this.lexer = new Lexer(text, firstLine);
        this.tokens = new Tokens(text);
    }

    /**
     * Scans a revision script: statements, section markers, and the comments between statements.
     *
     * @param sql the text, line ends as LF
     */
    public static SqlScanner ofScript(String sql) {
        return new SqlScanner(sql, 1, true);
    }

    /**
     * Scans plain SQL: statements only, a marker is a comment like any other.
     *
     * @param sql the text, line ends as LF
     * @param firstLine the number of its first line
     */
    public static SqlScanner ofStatements(String sql, int firstLine) {
        return new SqlScanner(sql, firstLine, false);
    }

    /**
     * Moves on.
     *
     * @return the next item, or {@code null} at the end of the text
     * @throws SqlSyntaxException when something is left open, or is for psql alone
     */
    public @Nullable SqlItem next() {
        tokens.clear();
        nesting.reset();
        while (true) {
            TokenKind kind = lexer.next();
            SqlItem item = null;
            switch (kind) {
                case END -> {
                    return tokens.isEmpty() ? null : lastStatement();
                }
                case LINE_COMMENT -> item = script ? comment() : null;
                case BLOCK_COMMENT -> {}
                case BACKSLASH -> skipDumpCommand();
                default -> item = statementBefore(kind);
            }
            if (item != null) {
                return item;
            }
        }
    }

    /** {@return the offset in UTF-8 at which the last item begins} */
    public int itemStart() {
        return itemStart;
    }

    /** {@return the offset in UTF-8 behind the last item: its semicolon, and the data of a {@code COPY}} */
    public int itemEnd() {
        return lexer.end();
    }

    private @Nullable SqlItem statementBefore(TokenKind kind) {
        byte symbol = kind == TokenKind.SYMBOL ? text[lexer.start()] : 0;
        if (symbol == ';' && !nesting.isOpen()) {
            return tokens.isEmpty() ? null : statement(CopyData.follows(tokens) ? copyData() : null);
        }
        if (tokens.isEmpty()) {
            statementLine = lexer.line();
            statementStart = lexer.start();
        }
        tokens.add(kind, lexer);
        if (symbol != 0) {
            nesting.symbol(symbol);
        } else if (kind == TokenKind.WORD) {
            nesting.word(tokens);
        }
        return null;
    }

    private SqlItem lastStatement() {
        if (nesting.isOpen()) {
            throw new SqlSyntaxException(
                    statementLine,
                    "The text ends within the statement: " + nesting.describe() + " is never closed.",
                    "Close it, or end the statement with a semicolon.");
        }
        return statement(CopyData.follows(tokens) ? copyData() : null);
    }

    private SqlItem statement(@Nullable String copyData) {
        itemStart = statementStart;
        SqlStatement statement = new SqlStatement(tokens.textFrom(0), statementLine, copyData);
        return new SqlItem.Statement(statement, new Classifier(tokens).classify(), tokens.canonical());
    }

    private String copyData() {
        CopyData data = CopyData.after(lexer.end(), text);
        if (data == null) {
            throw new SqlSyntaxException(
                    statementLine,
                    "The data of COPY ... FROM stdin is missing or has no end.",
                    "Put the data on the lines after the semicolon and end it with \\. on a separate line.");
        }
        lexer.skipTo(data.next());
        return data.rows();
    }

    private @Nullable SqlItem comment() {
        int start = lexer.start();
        itemStart = start;
        int column = column(start);
        int marker = column == 1 ? afterMarkerKey(start + 2) : -1;
        if (marker >= 0) {
            return marker(marker);
        }
        return tokens.isEmpty() ? new SqlItem.Comment(text(start + 2, lexer.end()), lexer.line(), column) : null;
    }

    private SqlItem marker(int from) {
        int start = lexer.start();
        if (tokens.isEmpty()) {
            return new SqlItem.Marker(text(from, lexer.end()).strip(), lexer.line());
        }
        String marker = "\"" + text(start, lexer.end()) + "\", line " + lexer.line();
        throw new SqlSyntaxException(
                statementLine,
                "The statement is not finished when a marker comes: " + marker + ".",
                "End the statement with a semicolon.");
    }

    /** {@return where the text after {@code migrate:} begins, or -1 if the comment is no marker} */
    private int afterMarkerKey(int from) {
        int i = skipBlanks(from);
        int colon = skipBlanks(i + MARKER_KEY.length());
        boolean marker = colon < lexer.end()
                && text[colon] == ':'
                && text(i, i + MARKER_KEY.length()).toLowerCase(Locale.ROOT).equals(MARKER_KEY);
        return marker ? colon + 1 : -1;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < lexer.end() && (text[i] == ' ' || text[i] == '\t')) {
            i++;
        }
        return i;
    }

    private int column(int position) {
        int i = position;
        while (i > 0 && text[i - 1] != '\n') {
            i--;
        }
        return position - i + 1;
    }

    private String text(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private void skipDumpCommand() {
        int start = lexer.start();
        int end = start + 1;
        while (end < text.length && Characters.classOf(text[end]) != Characters.WHITESPACE) {
            end++;
        }
        String command = text(start, end);
        boolean skipped = tokens.isEmpty() && (command.equals("\\restrict") || command.equals("\\unrestrict"));
        if (!skipped) {
            throw new SqlSyntaxException(
                    lexer.line(),
                    command + " is a command of psql; the server does not know it.",
                    "Remove it, or write what it does as SQL.");
        }
        lexer.skipTo(Characters.endOfLine(text, end));
    }
}
