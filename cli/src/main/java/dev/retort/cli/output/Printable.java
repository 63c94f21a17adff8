/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

/**
 * Escapes text from scripts, files and databases for printing: control characters and marks that change the direction
 * of text become escapes such as {@code \}{@code u001b}, which JSON reads too. A line has no line breaks; a text has.
 */
public final class Printable {

    private static final String ESCAPE = "\\u%04x";

    private Printable() {}

    /** {@return one line} */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** {@return lines, with their breaks and tabs} */
    public static String text(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean withBreaks) {
        if (text.codePoints().noneMatch(Printable::isControl)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            boolean isBreak = character == '\n' || (character == '\r' && text.startsWith("\r\n", i));
            if (isControl(character) && character != '\t' && !(withBreaks && isBreak)) {
                printable.append(ESCAPE.formatted(character));
            } else {
                printable.appendCodePoint(character);
            }
        }
        return printable.toString();
    }

    /** Control characters, line separators, unpaired surrogates, and marks that change the direction of text. */
    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> isDirection(character);
            default -> false;
        };
    }

    private static boolean isDirection(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
