/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The tokens of one statement without its comments: positions in the text, reused for the next statement. */
public final class Tokens {

    private static final int FIRST_CAPACITY = 64;

    private final byte[] text;
    private TokenKind[] kinds = new TokenKind[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int size;

    Tokens(byte[] text) {
        this.text = text;
    }

    /** {@return the tokens of a whole text} */
    public static Tokens of(String sql) {
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        Tokens tokens = new Tokens(text);
        Lexer lexer = new Lexer(text, 1);
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind != TokenKind.LINE_COMMENT && kind != TokenKind.BLOCK_COMMENT) {
                tokens.add(kind, lexer);
            }
        }
        return tokens;
    }

    void clear() {
        size = 0;
    }

    void add(TokenKind kind, Lexer lexer) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        kinds[size] = kind;
        starts[size] = lexer.start();
        ends[size] = lexer.end();
        size++;
    }

    public int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int start(int token) {
        return starts[token];
    }

    boolean is(int token, TokenKind kind) {
        return token >= 0 && token < size && kinds[token] == kind;
    }

    /** {@return whether the token is this keyword, given in lower case} */
    public boolean isWord(int token, String word) {
        if (!is(token, TokenKind.WORD) || ends[token] - starts[token] != word.length()) {
            return false;
        }
        return startsWith(token, word);
    }

    /** {@return whether the words follow one another from this token} */
    public boolean areWords(int token, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isWord(token + i, words[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the word begins with these characters, given in lower case} */
    boolean startsWith(int token, String prefix) {
        int start = starts[token];
        if (ends[token] - start < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Characters.fold(text[start + i]) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean isSymbol(int token, char symbol) {
        return is(token, TokenKind.SYMBOL) && text[starts[token]] == symbol;
    }

    /** {@return the token as written} */
    public String text(int token) {
        return new String(text, starts[token], ends[token] - starts[token], StandardCharsets.UTF_8);
    }

    /** {@return a word in lower case} */
    String folded(int token) {
        byte[] word = Arrays.copyOfRange(text, starts[token], ends[token]);
        for (int i = 0; i < word.length; i++) {
            word[i] = Characters.fold(word[i]);
        }
        return new String(word, StandardCharsets.UTF_8);
    }

    /** {@return the text from a token to the one before another, comments between them included} */
    public String textBetween(int token, int end) {
        return token >= end
                ? ""
                : new String(text, starts[token], ends[end - 1] - starts[token], StandardCharsets.UTF_8);
    }

    /** {@return the text from a token to the last one, comments between them included} */
    public String textFrom(int token) {
        return token >= size
                ? ""
                : new String(text, starts[token], ends[size - 1] - starts[token], StandardCharsets.UTF_8);
    }

    /**
     * {@return the statement without comments, one token a line, words in lower case} Literals and quoted identifiers
     * stay as written, so two statements are equal here only if the server reads them alike.
     */
    String canonical() {
        int length = size;
        for (int token = 0; token < size; token++) {
            length += ends[token] - starts[token];
        }
        byte[] result = new byte[length];
        int end = 0;
        for (int token = 0; token < size; token++) {
            end = copy(token, result, end);
            result[end++] = '\n';
        }
        return new String(result, StandardCharsets.UTF_8);
    }

    private int copy(int token, byte[] target, int from) {
        int length = ends[token] - starts[token];
        System.arraycopy(text, starts[token], target, from, length);
        if (kinds[token] == TokenKind.WORD) {
            for (int i = from; i < from + length; i++) {
                byte c = target[i];
                if (c >= 'A' && c <= 'Z') {
                    target[i] = Characters.fold(c);
                }
            }
        }
        return from + length;
    }
}
