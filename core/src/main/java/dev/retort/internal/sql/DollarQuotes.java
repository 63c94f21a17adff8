/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

/** Writes texts of several lines into SQL so that people can still read them. */
public final class DollarQuotes {

    private DollarQuotes() {}

    /**
     * Writes a text as a dollar-quoted constant, with a tag that it does not hold itself.
     *
     * @param text the text, without NUL
     * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
     */
    public static String quote(String text) {
        String tag = "$retort$";
        for (int i = 1; text.contains(tag.substring(0, tag.length() - 1)); i++) {
            tag = "$retort" + i + "$";
        }
        return tag + text + tag;
    }
}
