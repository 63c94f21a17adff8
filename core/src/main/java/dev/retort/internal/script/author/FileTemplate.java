/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names files: a text with {@code {slug}}, {@code {rev}} and parts of the time in UTC, as Alembic's
 * {@code file_template} has them. It may name sub-folders.
 */
public final class FileTemplate {

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, DateTimeFormatter> TIMES = Map.of(
            "timestamp", time("yyyyMMddHHmmss"),
            "year", time("yyyy"),
            "month", time("MM"),
            "day", time("dd"),
            "hour", time("HH"),
            "minute", time("mm"),
            "second", time("ss"));
    private static final String SUFFIX = ".sql";

    private final String text;

    /**
     * Creates a template.
     *
     * @param text such as {@code {timestamp}_{slug}}; {@code .sql} is added
     */
    public FileTemplate(String text) {
        this.text = text;
    }

    private static DateTimeFormatter time(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /**
     * {@return the name of a script's file below its folder, with slashes}
     *
     * @throws RetortException when the template has an unknown token or leads out of the folder
     */
    public String name(NewScript script) {
        Map<String, String> values = values(script);
        String name = TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
        String base = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        // Without a message nothing follows the separator.
        String trimmed = base.replaceAll("[_\\-]+$", "");
        checkInside(trimmed);
        return trimmed + SUFFIX;
    }

    private static Map<String, String> values(NewScript script) {
        ZonedDateTime created = script.created().atZone(ZoneOffset.UTC);
        Map<String, String> values = new TreeMap<>();
        TIMES.forEach((token, format) -> values.put(token, format.format(created)));
        values.put("epoch", Long.toString(created.toEpochSecond()));
        values.put("rev", script.revision().id());
        values.put("slug", Slug.of(script.message()));
        return values;
    }

    private String value(String token, Map<String, String> values) {
        String value = values.get(token);
        if (value == null) {
            throw new RetortException(
                    "The file template " + text + " has {" + token + "}, which is not a known token.",
                    "Known tokens: " + String.join(", ", values.keySet()) + ".",
                    "Fix retort.file-template.");
        }
        return value;
    }

    private void checkInside(String name) {
        String padded = "/" + name.replace('\\', '/') + "/";
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new RetortException(
                    "retort.file-template produces a file name with a control character (U+"
                            + String.format("%04X", control(name)) + ").",
                    "No file system and no terminal shows such a name as it is.",
                    "Remove the character from retort.file-template.");
        }
        if (name.isEmpty() || name.contains(":") || padded.contains("/../") || padded.contains("//")) {
            throw new RetortException(
                    "The file template " + text + " does not produce a file name: \"" + name + "\".",
                    "A file name is relative to the folder of scripts: no \"..\", no drive, no empty part between"
                            + " slashes.",
                    "Fix retort.file-template.");
        }
    }

    private static int control(String name) {
        return name.chars().filter(Character::isISOControl).findFirst().orElseThrow();
    }
}
