/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

/**
 * The character classes of PostgreSQL's lexer, over the bytes of UTF-8: as for the server, every byte beyond ASCII belongs
 * to an identifier. Classes are numbers in a table because they are asked for every byte of every script at each start.
 */
final class Characters {

    static final int SYMBOL = 0;
    static final int WHITESPACE = 1;
    static final int OPERATOR = 2;
    static final int QUOTE = 3;
    static final int DOLLAR = 4;
    static final int DIGIT = 5;
    static final int LETTER = 6;

    private static final byte[] CLASSES = classes();

    private Characters() {}

    private static byte[] classes() {
        byte[] classes = new byte[256];
        set(classes, " \t\n\u000B\f\r", WHITESPACE);
        set(classes, "+-*/<>=~!@#^&|`?%", OPERATOR);
        set(classes, "'\"", QUOTE);
        set(classes, "$", DOLLAR);
        set(classes, "0123456789", DIGIT);
        set(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", LETTER);
        for (int beyondAscii = 128; beyondAscii < 256; beyondAscii++) {
            classes[beyondAscii] = LETTER;
        }
        return classes;
    }

    private static void set(byte[] classes, String characters, int value) {
        for (int i = 0; i < characters.length(); i++) {
            classes[characters.charAt(i)] = (byte) value;
        }
    }

    static int classOf(byte c) {
        return CLASSES[c & 0xFF];
    }

    /** {@return the first position from here on that does not continue an identifier} */
    static int endOfIdentifier(byte[] text, int from) {
        int i = from;
        while (i < text.length && CLASSES[text[i] & 0xFF] >= DOLLAR) {
            i++;
        }
        return i;
    }

    /** {@return the first position from here on that is neither letter nor digit} */
    static int endOfTag(byte[] text, int from) {
        int i = from;
        while (i < text.length && CLASSES[text[i] & 0xFF] >= DIGIT) {
            i++;
        }
        return i;
    }

    static int endOfWhitespace(byte[] text, int from) {
        int i = from;
        while (i < text.length && CLASSES[text[i] & 0xFF] == WHITESPACE) {
            i++;
        }
        return i;
    }

    static int endOfLine(byte[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Only an operator with one of these may end in {@code +} or {@code -}. */
    static boolean makesLongOperator(byte c) {
        return switch (c) {
            case '~', '!', '@', '#', '^', '&', '|', '`', '?', '%' -> true;
            default -> false;
        };
    }

    /** Folds as the server does in UTF-8 databases: ASCII letters only. */
    static byte fold(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + ('a' - 'A')) : c;
    }
}
