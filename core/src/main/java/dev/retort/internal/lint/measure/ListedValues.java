/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check constraint that lists the values of one column, as the server prints it for {@code column IN ('A', 'B')}.
 *
 * @param column the column, unquoted
 * @param values the values
 */
public record ListedValues(String column, Set<String> values) {

    private static final String NAME = "\\(*(\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\)?(?:::[a-z ]+(?:\\(\\d+\\))?)?";
    private static final String VALUE = "\\(*'(?:[^']|'')*'(?:::[a-z ]+(?:\\(\\d+\\))?)?\\)?(?:::[a-z ]+)?";
    private static final Pattern SEVERAL = Pattern.compile(
            NAME + " = ANY \\(\\(?ARRAY\\[(" + VALUE + "(?:, " + VALUE + ")*)\\]\\)?(?:::[a-z ]+\\[\\])?\\)+");
    private static final Pattern ONE = Pattern.compile(NAME + " = (" + VALUE + ")\\)*");
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

    /** {@return the values that an expression lists; empty for another expression} */
    public static Optional<ListedValues> of(String expression) {
        Matcher several = SEVERAL.matcher(expression);
        Matcher one = ONE.matcher(expression);
        return several.matches()
                ? Optional.of(listed(several.group(1), several.group(2)))
                : one.matches() ? Optional.of(listed(one.group(1), one.group(2))) : Optional.empty();
    }

    private static ListedValues listed(String name, String list) {
        Set<String> values = new TreeSet<>();
        Matcher literal = LITERAL.matcher(list);
        while (literal.find()) {
            values.add(literal.group(1).replace("''", "'"));
        }
        String column =
                name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
        return new ListedValues(column, values);
    }
}
