/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which values of a column a narrower type refuses. */
public final class Narrowing {

    private static final Pattern LENGTH = Pattern.compile("character(?: varying)?\\((\\d+)\\)");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(-?\\d+)\\)");

    private Narrowing() {}

    /** {@return the condition of rows that the change refuses; empty when no value is refused, or it is unknown} */
    public static Optional<String> condition(String column, String from, String to) {
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

    /** {@return whether a type has fewer values than another; {@code false} where one of them is not known} */
    static boolean isNarrower(String type, String than) {
        if (isText(type) && isText(than)) {
            return characters(type) < characters(than);
        }
        if (isNumber(type) && isNumber(than)) {
            return greatest(type) < greatest(than) || digits(type) < digits(than);
        }
        boolean known = (isText(type) || isNumber(type)) && (isText(than) || isNumber(than));
        return known || (type.equals("date") && than.startsWith("timestamp"));
    }

    private static int characters(String type) {
        Matcher length = LENGTH.matcher(type);
        return length.matches() ? Integer.parseInt(length.group(1)) : type.equals("character") ? 1 : Integer.MAX_VALUE;
    }

    private static double greatest(String type) {
        Matcher numeric = NUMERIC.matcher(type);
        if (numeric.matches()) {
            return Math.pow(10, Integer.parseInt(numeric.group(1)) - Integer.parseInt(numeric.group(2)));
        }
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            case "bigint" -> Long.MAX_VALUE;
            case "real" -> Float.MAX_VALUE;
            default -> Double.MAX_VALUE;
        };
    }

    /** {@return how many digits it keeps after the decimal point} */
    private static int digits(String type) {
        Matcher numeric = NUMERIC.matcher(type);
        if (numeric.matches()) {
            return Integer.parseInt(numeric.group(2));
        }
        return switch (type) {
            case "smallint", "integer", "bigint" -> 0;
            default -> Integer.MAX_VALUE;
        };
    }
}
