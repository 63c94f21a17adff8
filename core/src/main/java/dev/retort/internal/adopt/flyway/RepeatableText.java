/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.internal.imports.flyway.FlywayChecksum;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a repeatable migration, taken from the revision that was made of it. Flyway's checksum of it is that of
 * the text with placeholders replaced, so it differs between databases.
 *
 * @param lines the lines of the upgrade, without markers
 */
record RepeatableText(List<String> lines) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
    private static final Pattern PROTECTED_COMMENT = Pattern.compile("^(\\s*--) \\|");

    static RepeatableText of(RevisionScript script, ImportedFrom from) {
        List<String> all = script.text().lines().toList();
        int begin = all.indexOf("-- migrate: upgrade") + 1;
        int end = all.size();
        while (end > begin && !all.get(end - 1).startsWith("-- migrate: ")) {
            end--;
        }
        List<String> lines = all.subList(begin, Math.max(begin, end - 1)).stream()
                .filter(line -> !line.equals("-- migrate: autocommit") && !line.equals("-- migrate: transaction"))
                .map(line -> PROTECTED_COMMENT.matcher(line).replaceFirst("$1"))
                .toList();
        return Stream.of(lines, withoutAddedSemicolon(lines))
                .map(RepeatableText::new)
                .filter(text -> from.checksums().contains(String.valueOf(FlywayChecksum.of(text.text()))))
                .findFirst()
                .orElseGet(() -> new RepeatableText(withoutAddedSemicolon(lines)));
    }

    /** The import ends the last statement if the other tool does not require that. */
    private static List<String> withoutAddedSemicolon(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        return last >= 0 && lines.get(last).equals(";") ? lines.subList(0, last) : lines;
    }

    private String text() {
        return String.join("\n", lines);
    }

    /** {@return the checksum that Flyway records in a database with these values} */
    int checksum(boolean replaced, Map<String, String> placeholders) {
        return FlywayChecksum.of(replaced ? filled(placeholders) : text());
    }

    private String filled(Map<String, String> placeholders) {
        return lines.stream()
                .map(line -> PLACEHOLDER
                        .matcher(line)
                        .replaceAll(name ->
                                Matcher.quoteReplacement(placeholders.getOrDefault(name.group(1), name.group()))))
                .collect(Collectors.joining("\n"));
    }
}
