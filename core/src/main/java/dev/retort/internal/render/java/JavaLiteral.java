/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

/** Writes texts as string literals of Java. */
public final class JavaLiteral {

    private JavaLiteral() {}

    /** {@return a text as a literal on one line} */
    public static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            // A Unicode escape would be read before the literal is, an octal one in it.
            default -> c < ' ' ? String.format("\\%03o", (int) c) : String.valueOf(c);
        };
    }
}
