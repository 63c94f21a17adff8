/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The known keys under {@code retort}.
 *
 * @param ofRetort those of {@code retort} itself
 * @param ofDatabase those of each database, without prefix
 * @since 0.1
 */
public record KnownKeys(List<String> ofRetort, List<String> ofDatabase) {

    private static final String DATABASES = "retort.databases.";
    private static final Set<String> GROUPS = Set.of("adopt", "autogenerate", "databases", "endpoint", "lint");

    public static KnownKeys read() {
        List<String> ofDatabase = Stream.of(
                        properties(DatabaseProperties.class),
                        group("adopt", AdoptionProperties.class),
                        group("autogenerate", AutogenerateProperties.class),
                        group("lint", LintProperties.class))
                .flatMap(keys -> keys)
                .toList();
        List<String> ofRetort = Stream.concat(ofDatabase.stream(), group("endpoint", RetortProperties.Endpoint.class))
                .map(key -> "retort." + key)
                .toList();
        return new KnownKeys(ofRetort, ofDatabase);
    }

    private static Stream<String> group(String name, Class<?> type) {
        return properties(type).map(key -> name + "." + key);
    }

    private static Stream<String> properties(Class<?> type) {
        return Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                .map(PropertyDescriptor::getName)
                .filter(name -> !name.equals("class"))
                .map(DataObjectPropertyName::toDashedForm)
                .filter(key -> !GROUPS.contains(key));
    }

    /** {@return the most similar key} */
    public String nearest(String key) {
        return candidates(key)
                .min(Comparator.comparingInt((String known) -> distance(key, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private Stream<String> candidates(String key) {
        int end = key.startsWith(DATABASES) ? key.indexOf('.', DATABASES.length()) : -1;
        return end < 0 ? ofRetort.stream() : ofDatabase.stream().map(known -> key.substring(0, end + 1) + known);
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
