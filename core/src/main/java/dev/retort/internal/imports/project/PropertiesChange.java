/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import dev.retort.internal.imports.PropertiesText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Replaces the settings of another tool in a properties file; everything else stays as it is. */
final class PropertiesChange {

    private final String prefix;

    PropertiesChange(String prefix) {
        this.prefix = prefix;
    }

    /** The documents of profiles stay as they are. */
    String apply(String before, Map<String, String> settings) {
        String first = PropertiesText.firstDocument(before);
        return changed(first, settings) + before.substring(first.length());
    }

    private String changed(String before, Map<String, String> settings) {
        List<String> lines = new ArrayList<>();
        int first = -1;
        boolean continued = false;
        boolean removing = false;
        for (String line : before.lines().toList()) {
            removing = continued ? removing : isOwn(line);
            continued = line.endsWith("\\") && !isComment(line);
            if (removing) {
                first = first < 0 ? lines.size() : first;
            } else {
                lines.add(line);
            }
        }
        List<String> added = new ArrayList<>();
        new TreeMap<>(settings).forEach((key, value) -> {
            if (lines.stream().noneMatch(line -> line.matches("\\s*" + Pattern.quote(key) + "\\s*[=:].*"))) {
                added.add(key + "=" + value.replace("\\", "\\\\").replace("\n", "\\n"));
            }
        });
        lines.addAll(first < 0 ? lines.size() : first, added);
        return lines.isEmpty() ? before : String.join("\n", lines) + "\n";
    }

    private boolean isOwn(String line) {
        return line.stripLeading().startsWith(prefix + ".");
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }
}
