/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which values of a column a narrower type refuses. */
final class Narrowing {

    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(-?\\d+)\\)");

    private Narrowing() {}

    /** {@return the condition of rows that the change refuses; empty when no value is refused, or it is unknown} */
    static Optional<String> condition(String column, String from, String to) {
        Matcher length = LENGTH.matcher(to);
        if (length.matches() && isText(from)) {
            return Optional.of("pg_catalog.length(pg_catalog.rtrim(" + column
                    + "::pg_catalog.text)) OPERATOR(pg_catalog.>) " + length.group(1));
        }
        Matcher numeric = NUMERIC.matcher(to);
        if (numeric.matches() && isNumber(from)) {
            int digits = Integer.parseInt(numeric.group(1)) - Integer.parseInt(numeric.group(2));
            return Optional.of("pg_catalog.abs(pg_catalog.round(" + column + "::numeric, " + numeric.group(2)
                    + ")) OPERATOR(pg_catalog.>=) 1e" + digits + "::numeric");
        }
        return switch (to) {
            case "integer" -> outside(column, from, "-2147483648", "2147483647");
            case "smallint" -> outside(column, from, "-32768", "32767");
            case "bigint" -> outside(column, from, "-9223372036854775808", "9223372036854775807");
            default -> Optional.empty();
        };
    }

    private static Optional<String> outside(String column, String from, String least, String greatest) {
        return isNumber(from)
                ? Optional.of("(pg_catalog.round(" + column + "::numeric) OPERATOR(pg_catalog.<) (" + least
                        + ")::numeric OR pg_catalog.round(" + column + "::numeric) OPERATOR(pg_catalog.>) " + greatest
                        + "::numeric)")
                : Optional.empty();
    }

    private static boolean isText(String type) {
        return type.equals("text") || type.startsWith("character");
    }

    private static boolean isNumber(String type) {
        return type.startsWith("numeric")
                || type.equals("bigint")
                || type.equals("integer")
                || type.equals("smallint")
                || type.equals("double precision")
                || type.equals("real");
    }
}
