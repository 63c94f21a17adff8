/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement with named values. A run sends it with parameters, a script prints it with literals.
 *
 * @param text the statement, in which {@code :name} is a value and {@code {history}} a table
 * @param values the values by name: texts, numbers, truth values, ids, lists of texts, {@code null}, or other named
 *     statements, whose text takes the place of the name
 */
public record NamedStatement(String text, Map<String, ? extends @Nullable Object> values) {

    private static final Pattern NAME = Pattern.compile("\\{[a-z]+}|(?<![:\\w]):([a-z_]+)");

    /** {@return a statement, or an expression, without values} */
    static NamedStatement of(String text) {
        return new NamedStatement(text, Map.of());
    }

    /** {@return the text with a parameter in the place of each value} */
    String sent(Tables tables) {
        return expanded(tables, value -> "?");
    }

    /** {@return the parameters of {@link #sent}, in their order} */
    @Nullable
    Object[] parameters() {
        List<@Nullable Object> parameters = new ArrayList<>();
        collect(parameters);
        return parameters.toArray();
    }

    private void collect(List<@Nullable Object> parameters) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (names.group(1) != null) {
                Object value = values.get(names.group(1));
                if (value instanceof NamedStatement nested) {
                    nested.collect(parameters);
                } else {
                    parameters.add(value instanceof List<?> texts ? texts.toArray(String[]::new) : value);
                }
            }
        }
    }

    /** {@return the text with a literal in the place of each value} */
    String printed(Tables tables) {
        return expanded(tables, NamedStatement::literal);
    }

    /** Once through the text: what a value or the name of a table contains is no name. */
    private String expanded(Tables tables, Function<@Nullable Object, String> written) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found, tables, written)));
    }

    private String one(MatchResult found, Tables tables, Function<@Nullable Object, String> written) {
        String name = found.group(1);
        if (name == null) {
            return tables.in(found.group());
        }
        if (!values.containsKey(name)) {
            throw new IllegalStateException("The statement has no value " + name + ".");
        }
        Object value = values.get(name);
        return value instanceof NamedStatement nested ? nested.expanded(tables, written) : written.apply(value);
    }

    /** {@return whether it is an expression of a value that is missing, and so of none} */
    boolean isOfNothing() {
        return values.values().stream().anyMatch(Objects::isNull);
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof List<?> texts) {
            return array(texts);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String || value instanceof UUID) {
            String constant = value.toString();
            return constant.indexOf('\n') < 0 ? Identifiers.literal(constant) : DollarQuotes.quote(constant);
        }
        throw new IllegalArgumentException(
                "A script cannot contain a " + value.getClass().getName() + ".");
    }

    /** {@return an expression for an array of texts} */
    public static String array(List<?> texts) {
        return texts.isEmpty()
                ? "'{}'::pg_catalog.text[]"
                : texts.stream()
                        .map(text -> Identifiers.literal((String) text))
                        .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.text[]"));
    }
}
