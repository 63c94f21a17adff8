/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.sql;

/** Tells the line of a position; quick when asked in ascending order. */
final class Lines {

    private final char[] text;
    private final int firstLine;
    private int position;
    private int line;

    Lines(char[] text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.line = firstLine;
    }

    int at(int asked) {
        if (asked < position) {
            position = 0;
            line = firstLine;
        }
        while (position < asked) {
            if (text[position++] == '\n') {
                line++;
            }
        }
        return line;
    }
}
