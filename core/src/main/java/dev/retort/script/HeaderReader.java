/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.graph.Revision;
import dev.retort.sql.SqlItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header among the comments before the first marker: the block of line comments, one line after the other, that
 * holds {@code revision:}. All other blocks are free text.
 */
final class HeaderReader {

    private static final Set<String> KEYS =
            Set.of("revision", "down_revision", "branch_labels", "depends_on", "message", "created", "placeholders");
    private static final Set<String> TARGETS = Set.of("head", "heads", "base", "current");

    private final String source;
    private final Problems problems;
    private final Map<String, SqlItem.Comment> values = new HashMap<>();
    private List<SqlItem.Comment> block = new ArrayList<>();

    HeaderReader(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void comment(SqlItem.Comment comment) {
        boolean goesOn =
                !block.isEmpty() && block.get(block.size() - 1).line() + 1 == comment.line() && comment.column() == 1;
        if (!goesOn) {
            endBlock();
        }
        if (comment.column() == 1) {
            block.add(comment);
        }
    }

    /** {@return the header, or {@code null} if the script has none} */
    @Nullable
    Header finish() {
        endBlock();
        if (!values.containsKey("revision")) {
            problems.add(
                    source,
                    1,
                    "There is no header. Begin the script with the comment line \"-- revision: <id>\", and"
                            + " \"-- down_revision: <id>\" below it unless it is a base.");
            return null;
        }
        Revision revision =
                new Revision(id(value("revision")), list("down_revision"), list("branch_labels"), list("depends_on"));
        return new Header(revision, value("message"), value("created"), flag());
    }

    private void endBlock() {
        List<SqlItem.Comment> ended = block;
        block = new ArrayList<>();
        for (SqlItem.Comment line : ended) {
            if ("revision".equals(key(line))) {
                readHeader(ended);
                return;
            }
        }
    }

    private void readHeader(List<SqlItem.Comment> lines) {
        for (SqlItem.Comment line : lines) {
            String key = key(line);
            if (key == null) {
                continue;
            }
            if (KEYS.contains(key)) {
                keep(key, line);
            } else {
                problems.add(source, line.line(), "The header has no key \"" + key + "\". " + keysAdvice());
            }
        }
    }

    private void keep(String key, SqlItem.Comment line) {
        SqlItem.Comment first = values.putIfAbsent(key, line);
        if (first != null) {
            problems.add(
                    source,
                    line.line(),
                    "The key \"" + key + "\" stands already on line " + first.line() + ". Keep one of them.");
        }
    }

    private static String keysAdvice() {
        return "It knows revision, down_revision, branch_labels, depends_on, message, created and placeholders;"
                + " put free text into a block of its own, or without a colon after its first word.";
    }

    /** {@return the key of a header line; {@code null} for free text} */
    private static @Nullable String key(SqlItem.Comment comment) {
        String text = comment.text();
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isKeyCharacter(text.charAt(end))) {
            end++;
        }
        boolean key = end > start && text.startsWith(":", end) && !text.startsWith("://", end);
        return key ? text.substring(start, end) : null;
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }

    private String value(String key) {
        SqlItem.Comment line = values.get(key);
        return line == null
                ? ""
                : line.text().substring(line.text().indexOf(':') + 1).strip();
    }

    private boolean flag() {
        String value = value("placeholders");
        if (!Set.of("", "true", "false").contains(value)) {
            problems.add(source, line("placeholders"), "placeholders is \"" + value + "\". Write true or false.");
        }
        return value.equals("true");
    }

    private List<String> list(String key) {
        List<String> names = new ArrayList<>();
        String value = value(key);
        if (value.isEmpty()) {
            return names;
        }
        for (String part : value.split(",", -1)) {
            String name = part.strip();
            if (checkName(key, name) && names.contains(name)) {
                problems.add(source, line(key), key + " names \"" + name + "\" twice. Keep one of them.");
            }
            names.add(name);
        }
        return names;
    }

    private String id(String value) {
        checkName("revision", value);
        return value;
    }

    private boolean checkName(String key, String name) {
        boolean wellFormed = isName(name);
        if (!wellFormed) {
            problems.add(
                    source,
                    line(key),
                    key + " has \"" + name
                            + "\". Ids and labels are letters, digits and underscores (A-Z, a-z, 0-9, _).");
        } else if (TARGETS.contains(name)) {
            problems.add(
                    source, line(key), key + " has \"" + name + "\", which is the name of a target. Choose another.");
        }
        return wellFormed;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private int line(String key) {
        SqlItem.Comment line = values.get(key);
        return line == null ? 1 : line.line();
    }
}
