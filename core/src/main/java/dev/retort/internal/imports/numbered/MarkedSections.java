/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.numbered;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sections of a file that says in comments where they begin. Lines of markers are left out.
 *
 * @param up the lines of the way up
 * @param down the lines of the way down
 * @param before the lines before the first of them
 * @param markers the texts of all markers
 */
record MarkedSections(List<String> up, List<String> down, List<String> before, List<String> markers) {

    /**
     * Splits a text.
     *
     * @param text the text
     * @param marker a line that is a marker; its first group says which
     */
    static MarkedSections of(String text, Pattern marker) {
        MarkedSections sections =
                new MarkedSections(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> current = sections.before();
        for (String line : text.lines().toList()) {
            Matcher matcher = marker.matcher(line);
            if (matcher.matches()) {
                String word = matcher.group(1).strip();
                sections.markers().add(word);
                if (word.toLowerCase(Locale.ROOT).startsWith("up")) {
                    current = sections.up();
                } else if (word.toLowerCase(Locale.ROOT).startsWith("down")) {
                    current = sections.down();
                } else if (word.equalsIgnoreCase("statementend")) {
                    end(current);
                }
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    /** A statement between markers needs no semicolon, and the lines of the markers are left out. */
    private static void end(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0
                && (lines.get(last).isBlank() || lines.get(last).strip().startsWith("--"))) {
            last--;
        }
        if (last >= 0 && !lines.get(last).stripTrailing().endsWith(";")) {
            lines.add(last + 1, ";");
        }
    }

    /** {@return whether there is more than comments before the first section} */
    boolean beginsWithStatements() {
        return before.stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    }

    static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** {@return whether a marker contains a text} */
    boolean says(String begin, String text) {
        return markers.stream()
                .anyMatch(marker -> marker.regionMatches(true, 0, begin, 0, begin.length()) && marker.contains(text));
    }
}
