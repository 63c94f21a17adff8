/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites Flyway's placeholders to Retort's. Flyway compares their names without case and lets prefix and suffix be
 * chosen; what the configuration decides for all environments (the table, the name of the file) is put in as it is.
 */
final class FlywayPlaceholders {

    private static final Pattern OWN = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private final FlywaySettings settings;
    private final Pattern pattern;
    private final Map<String, String> configured = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> used = new TreeMap<>();

    FlywayPlaceholders(FlywaySettings settings) {
        this.settings = settings;
        this.pattern = Pattern.compile(
                Pattern.quote(settings.placeholderPrefix()) + "(.*?)" + Pattern.quote(settings.placeholderSuffix()));
        settings.placeholders().keySet().forEach(name -> configured.put(name, name));
    }

    /**
     * {@return the placeholders that were found so far, by the name that Retort has for them; empty where no value is
     * known}
     */
    Map<String, String> used() {
        return used;
    }

    /**
     * A text whose placeholders are replaced.
     *
     * @param text the text with Retort's placeholders
     * @param filled the text with the values, as Flyway sends it to the server
     * @param replaced whether there are any
     * @param timestamp whether it uses the time, which differs with each run
     */
    record Rewritten(String text, String filled, boolean replaced, boolean timestamp) {}

    /** {@return a text in which placeholders stay as they are} */
    static Rewritten unchanged(String text) {
        return new Rewritten(text, text, false, false);
    }

    /**
     * Rewrites a text.
     *
     * @param text the text
     * @param fileName the name of its file
     */
    Rewritten rewrite(String text, String fileName) {
        Matcher matcher = pattern.matcher(escaped(text));
        StringBuilder result = new StringBuilder();
        boolean replaced = false;
        boolean timestamp = false;
        while (matcher.find()) {
            String name = matcher.group(1);
            String constant = constant(name, fileName);
            timestamp |= name.equalsIgnoreCase("flyway:timestamp");
            replaced |= constant == null;
            String written = constant == null ? "${" + ownName(name) + "}" : constant;
            matcher.appendReplacement(result, Matcher.quoteReplacement(written));
        }
        return new Rewritten(matcher.appendTail(result).toString(), filled(text, fileName), replaced, timestamp);
    }

    private String filled(String text, String fileName) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String constant = constant(matcher.group(1), fileName);
            String value = constant == null ? used.getOrDefault(ownName(matcher.group(1)), "") : constant;
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }

    /** With another prefix, a text that Retort would replace is meant as it is written. */
    private String escaped(String text) {
        boolean same = settings.placeholderPrefix().equals("${")
                && settings.placeholderSuffix().equals("}");
        return same || !pattern.matcher(text).find() ? text : OWN.matcher(text).replaceAll("\\$\\$\\{$1}");
    }

    private @Nullable String constant(String name, String fileName) {
        if (name.equalsIgnoreCase("flyway:filename")) {
            return fileName;
        }
        if (name.equalsIgnoreCase("flyway:table")) {
            return settings.table();
        }
        String schema = settings.schema();
        return name.equalsIgnoreCase("flyway:defaultSchema") && schema != null ? schema : null;
    }

    private String ownName(String name) {
        String spelled = configured.getOrDefault(name, name);
        String own = spelled.replace(':', '.').replaceAll("[^A-Za-z0-9_.-]", "_");
        String known =
                used.keySet().stream().filter(own::equalsIgnoreCase).findFirst().orElse(own);
        used.put(known, settings.placeholders().getOrDefault(spelled, ""));
        return known;
    }
}
