/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check that lists the values of one column, as the classes state it for enums and discriminators. Users write the same
 * list in another order, with {@code OR}, over a column of another type, and under another name.
 *
 * @param column the column, unquoted
 * @param values the values without quotes
 */
public record ListedValues(String column, Set<String> values) {

    private static final int MOST_NUMBERS = 1000;
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";
    private static final String TYPE = NAME + "(?:\\." + NAME + ")?(?: varying)?(?:\\(\\d+\\))?(?:\\[\\])?";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<skipped>[()\\s]|::" + TYPE + ")|(?<token>'(?:[^']|'')*+'|-?\\d+|" + NAME + "|[<>=]+|.)",
            Pattern.DOTALL);
    private static final List<String> WITHIN = List.of("<", "@");
    private static final List<String> ARRAY = List.of("=", "ANY", "ARRAY", "[");

    /** Copies and sorts the values. */
    public ListedValues {
        values = Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** {@return the list that an expression is, whatever parentheses and casts it has; nothing for another expression} */
    public static Optional<ListedValues> of(String expression) {
        List<String> tokens = tokens(expression);
        Optional<ListedValues> range = range(tokens);
        if (range.isPresent()) {
            return range;
        }
        Set<String> columns = new HashSet<>();
        Set<String> values = new HashSet<>();
        for (List<String> alternative : alternatives(tokens)) {
            List<String> found = values(alternative);
            if (found == null) {
                return Optional.empty();
            }
            columns.add(alternative.get(0));
            values.addAll(found);
        }
        return columns.size() == 1 && !values.isEmpty()
                ? Optional.of(new ListedValues(name(columns.iterator().next()), values))
                : Optional.empty();
    }

    /** {@return the column of arrays whose elements an expression limits: {@code tags <@ ARRAY['a', 'b']}} */
    public static Optional<String> columnOfElements(String expression) {
        List<String> tokens = tokens(expression);
        if (tokens.size() < 4 || !tokens.subList(1, 3).equals(WITHIN)) {
            return Optional.empty();
        }
        List<String> list = tokens.subList(3, tokens.size());
        boolean isLiteral = list.size() == 1 && isLiteral(list.get(0));
        boolean isArray = list.get(0).equals("ARRAY") && list.indexOf("]") == list.size() - 1;
        return isLiteral || isArray ? Optional.of(name(tokens.get(0))) : Optional.empty();
    }

    private static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
        }
        return tokens;
    }

    private static List<List<String>> alternatives(List<String> tokens) {
        List<List<String>> alternatives = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).equals("OR")) {
                alternatives.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        return alternatives;
    }

    /** {@return the values that a condition lists, none for that of a null; {@code null} for another condition} */
    private static @Nullable List<String> values(List<String> condition) {
        if (condition.size() < 3) {
            return null;
        }
        List<String> rest = condition.subList(1, condition.size());
        if (rest.equals(List.of("IS", "NULL"))) {
            return List.of();
        }
        boolean isList = rest.size() > ARRAY.size()
                && rest.subList(0, ARRAY.size()).equals(ARRAY)
                && rest.get(rest.size() - 1).equals("]");
        boolean isOne = rest.size() == 2 && rest.get(0).equals("=");
        List<String> values =
                isList ? rest.subList(ARRAY.size(), rest.size() - 1) : isOne ? rest.subList(1, 2) : List.of("");
        List<String> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean isSeparator = i % 2 == 1;
            if (isSeparator ? !values.get(i).equals(",") : !isLiteral(values.get(i))) {
                return null;
            }
            if (!isSeparator) {
                read.add(unquoted(values.get(i)));
            }
        }
        return read;
    }

    /** The numbers of an enum: from the first to the last. */
    private static Optional<ListedValues> range(List<String> tokens) {
        boolean isRange = tokens.size() == 7
                && tokens.get(1).equals(">=")
                && tokens.get(3).equals("AND")
                && tokens.get(4).equals(tokens.get(0))
                && tokens.get(5).equals("<=")
                && isShortNumber(tokens.get(2))
                && isShortNumber(tokens.get(6));
        if (!isRange) {
            return Optional.empty();
        }
        Set<String> values = new HashSet<>();
        int last = Integer.parseInt(tokens.get(6));
        for (int value = Integer.parseInt(tokens.get(2)); value <= last; value++) {
            values.add(Integer.toString(value));
        }
        return values.isEmpty() || values.size() > MOST_NUMBERS
                ? Optional.empty()
                : Optional.of(new ListedValues(name(tokens.get(0)), values));
    }

    private static String name(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    private static boolean isShortNumber(String token) {
        return token.matches("-?\\d{1,4}");
    }

    private static boolean isLiteral(String token) {
        return token.startsWith("'") || token.matches("-?\\d+");
    }

    private static String unquoted(String literal) {
        return literal.startsWith("'")
                ? literal.substring(1, literal.length() - 1).replace("''", "'")
                : literal;
    }
}
