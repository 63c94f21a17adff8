/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the keys and plain values of an application.yaml, as far as such files go: mappings, lists, quoted values, several
 * documents. Only the first document counts; the others are those of profiles.
 */
final class YamlText {

    private static final Pattern ENTRY =
            Pattern.compile("( *)((?:- )*)(\"[^\"]+\"|'[^']+'|[^\\s#:'\"\\[{-][^:#]*?|\\[[^]]+])\\s*:(?:\\s+(.*))?");
    private static final Pattern ITEM = Pattern.compile("( *)- (.*)");

    private final Map<String, String> values = new TreeMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    private static final class Level {
        private final int indent;
        private final String path;
        private int items;

        Level(int indent, String path) {
            this.indent = indent;
            this.path = path;
        }
    }

    private YamlText() {}

    /** {@return the values by their dotted keys} */
    static Map<String, String> parse(String text) {
        YamlText yaml = new YamlText();
        for (String line : firstDocument(text)) {
            yaml.line(line);
        }
        return yaml.values;
    }

    /** {@return the lines of the first document} */
    static List<String> firstDocument(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("---") && lines.stream().anyMatch(one -> !one.isBlank() && !one.startsWith("#"))) {
                return lines;
            }
            lines.add(line);
        }
        return lines;
    }

    private void line(String line) {
        if (line.isBlank() || line.stripLeading().startsWith("#") || line.startsWith("---")) {
            return;
        }
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches() && entry.group(2).isEmpty()) {
            entry(entry.group(1).length(), scalar(entry.group(3)), entry.group(4) == null ? "" : entry.group(4));
            return;
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            item(item.group(1).length(), item.group(2));
        }
    }

    private void entry(int indent, String key, String rest) {
        while (!levels.isEmpty() && levels.element().indent >= indent) {
            levels.pop();
        }
        String path = levels.isEmpty() ? key : levels.element().path + "." + key;
        String value = withoutComment(rest);
        levels.push(new Level(indent, path));
        if (value.startsWith("[") && value.endsWith("]")) {
            values.put(
                    path,
                    List.of(value.substring(1, value.length() - 1).split(",")).stream()
                            .map(one -> scalar(one.strip()))
                            .collect(Collectors.joining(",")));
        } else if (!value.isEmpty()) {
            values.put(path, scalar(value));
        }
    }

    private void item(int indent, String rest) {
        while (!levels.isEmpty() && levels.element().indent > indent) {
            levels.pop();
        }
        if (!levels.isEmpty()) {
            Level list = levels.element();
            values.put(list.path + "[" + list.items++ + "]", scalar(withoutComment(rest)));
        }
    }

    private static String withoutComment(String rest) {
        String text = rest.strip();
        if (text.startsWith("#")) {
            return "";
        }
        boolean quoted = text.startsWith("\"") || text.startsWith("'");
        int comment = quoted ? -1 : text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }

    private static String scalar(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return text;
    }
}
