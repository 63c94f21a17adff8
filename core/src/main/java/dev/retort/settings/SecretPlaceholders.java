/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of placeholders whose values the history does not store.
 *
 * @param names names, with {@code *} for any characters; upper and lower case are the same
 * @since 0.1
 */
public record SecretPlaceholders(List<String> names) {

    /** The default patterns of secret names. */
    private static final List<String> SECRETS =
            List.of("*password*", "*passwd*", "*pwd*", "*secret*", "*token*", "*credential*", "*key*");

    /**
     * Copies the list.
     *
     * @param names names, with {@code *} for any characters; upper and lower case are the same
     */
    public SecretPlaceholders {
        names = List.copyOf(names);
    }

    /** {@return the default patterns of secret names} */
    public static SecretPlaceholders defaults() {
        return new SecretPlaceholders(SECRETS);
    }

    /**
     * {@return the values that are kept}
     *
     * @param values value by name of all placeholders
     */
    public Map<String, String> keptOf(Map<String, String> values) {
        Map<String, String> kept = new HashMap<>(values);
        kept.keySet().removeIf(this::include);
        return kept;
    }

    /**
     * {@return whether a placeholder is one of these}
     *
     * @param placeholder its name
     */
    public boolean include(String placeholder) {
        return names.stream()
                .anyMatch(name -> pattern(name).matcher(placeholder).matches());
    }

    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder();
        for (String literal : name.strip().split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
