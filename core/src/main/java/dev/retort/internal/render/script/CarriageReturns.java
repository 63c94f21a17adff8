/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import dev.retort.internal.sql.Tokens;

/** Writes carriage returns of string constants as {@code \r}, because a script is read with LF as its line end. */
final class CarriageReturns {

    private CarriageReturns() {}

    /** {@return a statement in which no string constant has a carriage return as such} */
    static String escaped(String statement) {
        if (statement.indexOf('\r') < 0) {
            return statement;
        }
        StringBuilder result = new StringBuilder(statement.length() + 16);
        Tokens tokens = Tokens.of(statement);
        int from = 0;
        for (int token = 0; token < tokens.size(); token++) {
            String text = tokens.text(token);
            int start = statement.indexOf(text, from);
            result.append(statement, from, start).append(escapedToken(text));
            from = start + text.length();
        }
        return result.append(statement, from, statement.length()).toString();
    }

    private static String escapedToken(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        if (text.startsWith("'")) {
            return "E" + text.replace("\\", "\\\\").replace("\r", "\\r");
        }
        return text.startsWith("E'") ? text.replace("\r", "\\r") : text;
    }
}
