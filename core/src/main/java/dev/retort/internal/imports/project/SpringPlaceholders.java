/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what the values of a configuration file refer to: other properties of the file, {@code ${name:default}}, and
 * properties of the build, {@code @name@}. The environment is left out, so that all developers import the same.
 */
final class SpringPlaceholders {

    private static final String PREFIX = "${";

    private final Map<String, String> properties;
    private final Map<String, String> build;

    /**
     * Creates a resolver.
     *
     * @param properties the properties of the configuration
     * @param build the properties of the build
     */
    SpringPlaceholders(Map<String, String> properties, Map<String, String> build) {
        this.properties = properties;
        this.build = build;
    }

    /** {@return the value with what it refers to; what nothing resolves stays as it is written} */
    String resolve(String value) {
        return resolve(value, new HashSet<>());
    }

    private String resolve(String value, Set<String> open) {
        String text = built(value);
        StringBuilder resolved = new StringBuilder();
        int from = 0;
        int start;
        while ((start = text.indexOf(PREFIX, from)) >= 0) {
            int end = end(text, start + PREFIX.length());
            if (end < 0) {
                break;
            }
            String found = value(text.substring(start + PREFIX.length(), end), open);
            resolved.append(text, from, start).append(found == null ? text.substring(start, end + 1) : found);
            from = end + 1;
        }
        return resolved.append(text.substring(from)).toString();
    }

    private @Nullable String value(String reference, Set<String> open) {
        int colon = reference.indexOf(':');
        String name = colon < 0 ? reference : reference.substring(0, colon);
        String property = properties.get(name);
        if (property != null && open.add(name)) {
            String found = resolve(property, open);
            open.remove(name);
            return found;
        }
        return colon < 0 ? null : resolve(reference.substring(colon + 1), open);
    }

    /** {@return where a reference ends; references can be within each other} */
    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(PREFIX, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String built(String value) {
        String text = value;
        for (Map.Entry<String, String> one : build.entrySet()) {
            text = text.replace("@" + one.getKey() + "@", one.getValue());
        }
        return text;
    }
}
