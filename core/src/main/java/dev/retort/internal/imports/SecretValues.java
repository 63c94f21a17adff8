/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.settings.SecretPlaceholders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides values of settings whose names look like secrets wherever an import prints them. What refers to a variable,
 * {@code ${DB_PASSWORD}}, is no secret.
 */
public final class SecretValues {

    private static final String HIDDEN = "***";
    private static final SecretPlaceholders NAMES = SecretPlaceholders.defaults();

    /** A line of a properties or YAML file, or of a difference of one. */
    private static final Pattern LINE = Pattern.compile("([-+ ]?\\s*(?:[\\w-]+\\.)*([\\w-]+)\\s*[=:]\\s*)(\\S.*)");

    private SecretValues() {}

    /**
     * {@return whether a value must not be shown}
     *
     * @param key the key of a setting, or the name of a placeholder
     * @param value its value
     */
    public static boolean isSecret(String key, String value) {
        return !value.isEmpty() && !value.startsWith("${") && NAMES.include(key.substring(key.lastIndexOf('.') + 1));
    }

    /** {@return the values, with asterisks in the place of secrets} */
    public static Map<String, String> hidden(Map<String, String> values) {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.replaceAll((key, value) -> isSecret(key, value) ? HIDDEN : value);
        return shown;
    }

    /** {@return a line of a configuration file, with asterisks in the place of a secret} */
    public static String hidden(String line) {
        Matcher setting = LINE.matcher(line);
        return setting.matches() && isSecret(setting.group(2), setting.group(3)) ? setting.group(1) + HIDDEN : line;
    }
}
