/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Quotes names and values for a server version.
 *
 * @param version the server's version
 * @param defaultSchema the schema that is left out before names
 */
public record Dialect(ServerVersion version, @Nullable String defaultSchema) {

    private static final Pattern PLAIN_PARAMETER = Pattern.compile("[a-z_]+|-?[0-9]+(\\.[0-9]+)?");

    /** Refuses what the server does not know. */
    public void require(int needed, String feature) {
        if (!version.atLeast(needed)) {
            throw UnsupportedOperationSqlException.before(version, needed, feature);
        }
    }

    /** {@return a name with its schema, unless that is the default one} */
    public String name(QualifiedName name) {
        String schema = name.schema();
        return Identifiers.quote(schema == null || schema.equals(defaultSchema) ? null : schema, name.name());
    }

    /** {@return a column with its table} */
    public String name(ColumnName column) {
        return name(column.table()) + '.' + quote(column.column());
    }

    /** {@return a name} */
    public String quote(String name) {
        return Identifiers.quote(name);
    }

    /** {@return names in parentheses} */
    public String list(Collection<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@return a role; the empty name is {@code PUBLIC}} */
    public String role(String name) {
        return switch (name) {
            case "" -> "PUBLIC";
            case "CURRENT_USER", "CURRENT_ROLE", "SESSION_USER" -> name;
            default -> Identifiers.quote(name);
        };
    }

    /** {@return storage parameters in parentheses} */
    public String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> parameterName(entry.getKey()) + " = " + parameterValue(entry.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@return the words that set and reset parameters} */
    public List<String> changes(Map<String, String> from, Map<String, String> to) {
        Map<String, String> set = new TreeMap<>(to);
        set.entrySet().removeAll(from.entrySet());
        List<String> reset =
                from.keySet().stream().filter(name -> !to.containsKey(name)).toList();
        List<String> changes = new ArrayList<>();
        if (!reset.isEmpty()) {
            changes.add("RESET " + parameterNames(reset));
        }
        if (!set.isEmpty()) {
            changes.add("SET " + parameters(set));
        }
        return changes;
    }

    /** {@return the names of storage parameters in parentheses} */
    public String parameterNames(Collection<String> names) {
        return names.stream().map(Dialect::parameterName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameterName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Identifiers.quote(name) : Identifiers.quote(name.substring(0, dot), name.substring(dot + 1));
    }

    private static String parameterValue(String value) {
        return PLAIN_PARAMETER.matcher(value).matches() ? value : Identifiers.literal(value);
    }
}
