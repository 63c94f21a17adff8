/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replaces the settings of another tool in the first document of a YAML file; everything else stays as it is. */
final class YamlChange {

    private final String[] parts;
    private final String prefix;

    YamlChange(String prefix) {
        this.prefix = prefix;
        this.parts = prefix.split("\\.");
    }

    String apply(String before, Map<String, String> settings) {
        List<String> all = before.lines().toList();
        List<String> document = YamlText.firstDocument(before);
        List<String> lines = withoutEmptyParent(without(document));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        Map<String, String> there = YamlText.parse(before);
        new TreeMap<>(settings).forEach((key, value) -> {
            if (!there.containsKey(key)) {
                lines.add(key + ": " + scalar(value));
            }
        });
        lines.addAll(all.subList(document.size(), all.size()));
        return String.join("\n", lines) + "\n";
    }

    private List<String> without(List<String> document) {
        List<String> lines = new ArrayList<>();
        String parent = "";
        int removing = -1;
        for (String line : document) {
            int indent = indent(line);
            if (removing >= 0 && (line.isBlank() || indent > removing)) {
                continue;
            }
            removing = -1;
            if (indent == 0 && !line.isBlank() && !line.startsWith("#")) {
                parent = line.split(":")[0].strip();
            }
            boolean nested =
                    indent > 0 && parent.equals(parts[0]) && line.strip().matches(parts[1] + "(\\.[^:]+)?:.*");
            boolean flat = indent == 0 && line.matches(prefix.replace(".", "\\.") + "(\\.[^:]+)?:.*");
            if (nested || flat) {
                removing = indent;
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A key that has lost its only child would be a property with an empty value. */
    private List<String> withoutEmptyParent(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean parent = lines.get(i).strip().equals(parts[0] + ":") && indent(lines.get(i)) == 0;
            if (!parent || hasChild(lines, i)) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    private static boolean hasChild(List<String> lines, int parent) {
        for (String line : lines.subList(parent + 1, lines.size())) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                return indent(line) > 0;
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String scalar(String value) {
        boolean plain = value.matches("[A-Za-z0-9_./-]+") && !value.matches("(?i)yes|no|on|off|null|~|[0-9._-]+");
        return plain || value.matches("true|false")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
