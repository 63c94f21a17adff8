/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import java.util.stream.Stream;

/**
 * Takes the parentheses off that PostgreSQL puts around a whole expression, where SQL has parentheses or none are needed.
 *
 * <p>Knows PostgreSQL's rendering only, which has neither comments nor dollar quotes, and doubles quotes within quotes.
 */
public final class Parentheses {

    private Parentheses() {}

    /** {@return the expression without one pair of parentheses around all of it, if there is one that is not a query's} */
    public static String strip(String expression) {
        if (!expression.startsWith("(") || end(expression) != expression.length() - 1) {
            return expression;
        }
        String inside = expression.substring(1, expression.length() - 1);
        return isQuery(inside) ? expression : inside;
    }

    private static boolean isQuery(String inside) {
        return Stream.of("SELECT ", "WITH ", "VALUES ").anyMatch(inside.stripLeading()::startsWith);
    }

    /** Finds the parenthesis that closes the first one. */
    private static int end(String expression) {
        int depth = 0;
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '\'' || c == '"') {
                at = expression.indexOf(c, at + 1);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
            at++;
        }
        return at;
    }
}
