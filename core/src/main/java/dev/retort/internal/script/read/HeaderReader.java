/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.graph.Revision;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionNameRules;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.SquashReader;
import dev.retort.internal.sql.SqlItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header among the comments before the first marker: the block of line comments, one line after the other, that
 * holds {@code revision:}. All other blocks are free text.
 */
public final class HeaderReader {

    /** Keys that are hardly prose, and that decide where a revision is or what it runs. */
    private static final Set<String> DECIDING_KEYS =
            Set.of("down_revision", "branch_labels", "depends_on", "placeholders");

    private final String source;
    private final Problems problems;
    private final Map<String, HeaderLine> header = new HashMap<>();
    private final List<HeaderLine> block = new ArrayList<>();
    private final List<Near> nearInBlock = new ArrayList<>();
    private final List<Near> nearElsewhere = new ArrayList<>();
    private boolean blockIsHeader;
    private int lastLine;

    /** A line that means a key without being a line of the header. */
    private record Near(String key, int line, boolean written) {}

    public HeaderReader(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    public void comment(SqlItem.Comment comment) {
        if (comment.line() != lastLine + 1 || comment.column() != 1) {
            endBlock();
        }
        lastLine = comment.line();
        HeaderLine line = HeaderLine.parse(comment);
        if (line != null && comment.column() == 1) {
            block.add(line);
            blockIsHeader |= line.key().equals("revision");
            return;
        }
        String key = HeaderKeys.keyIn(comment.text());
        if (key != null) {
            nearInBlock.add(new Near(key, comment.line(), false));
        }
    }

    /** {@return the header, or {@code null} if the script has none} */
    @Nullable
    public Header finish() {
        endBlock();
        if (!header.containsKey("revision")) {
            reportMissing();
            return null;
        }
        reportNear();
        Revision revision =
                new Revision(id(value("revision")), list("down_revision"), list("branch_labels"), list("depends_on"));
        return new Header(revision, value("message"), value("created"), flag(), squash(revision));
    }

    private @Nullable Squash squash(Revision revision) {
        String replaces = value("replaces");
        String checksum = value("squashed_checksum");
        if (replaces.isEmpty() && checksum.isEmpty()) {
            return null;
        }
        int line = line(replaces.isEmpty() ? "squashed_checksum" : "replaces");
        return new SquashReader(revision, problem -> problems.add(source, line, problem)).read(replaces, checksum);
    }

    private void endBlock() {
        if (blockIsHeader) {
            block.forEach(this::keep);
            nearInBlock.forEach(this::report);
        } else {
            block.stream()
                    .filter(line -> DECIDING_KEYS.contains(line.key()) && isListOfNames(line.value()))
                    .forEach(line -> nearElsewhere.add(new Near(line.key(), line.line(), true)));
            nearElsewhere.addAll(nearInBlock);
        }
        block.clear();
        nearInBlock.clear();
        blockIsHeader = false;
    }

    /** Free text after a key's name is free text; names after it were meant for the header. */
    private static boolean isListOfNames(String value) {
        return Stream.of(value.split(",", -1)).map(String::strip).allMatch(RevisionNameRules::isWellFormed);
    }

    /** Outside of the header block, lines matter that would decide the place of the revision. */
    private void reportNear() {
        nearElsewhere.stream()
                .filter(near -> DECIDING_KEYS.contains(near.key()))
                .forEach(this::report);
    }

    private void reportMissing() {
        Near near = nearElsewhere.stream()
                .filter(line -> line.key().equals("revision"))
                .findFirst()
                .orElse(null);
        if (near != null) {
            report(near);
            return;
        }
        problems.add(
                source,
                1,
                "There is no header. Begin the script with the comment line \"-- revision: <id>\", and"
                        + " \"-- down_revision: <id>\" below it unless it is a base.");
    }

    private void report(Near near) {
        problems.add(
                source,
                near.line(),
                near.written()
                        ? "The key \"" + near.key()
                                + "\" is outside of the header and would be ignored. The header is the block of"
                                + " comment lines that contains \"-- revision:\"; put the line into it."
                        : "The line resembles the key \"" + near.key() + "\" and would be ignored. Write \"-- "
                                + near.key()
                                + ": <value>\" at the beginning of a line of the header, or reword the comment.");
    }

    private void keep(HeaderLine line) {
        String key = line.key();
        HeaderLine first = header.putIfAbsent(key, line);
        if (!HeaderKeys.isKey(key)) {
            String nearest = HeaderKeys.nearestOfAll(key);
            problems.add(
                    source,
                    line.line(),
                    "The header has no key \"" + key + "\". "
                            + (nearest == null ? keysAdvice() : "Write \"" + nearest + "\"."));
        } else if (first != null) {
            problems.add(
                    source,
                    line.line(),
                    "The key \"" + key + "\" is already on line " + first.line() + ". Keep one of them.");
        }
    }

    private static String keysAdvice() {
        return "Its keys are " + HeaderKeys.listed()
                + "; put free text into a separate comment block, or omit the colon after its first word.";
    }

    private String value(String key) {
        HeaderLine line = header.get(key);
        return line == null ? "" : line.value();
    }

    private boolean flag() {
        String value = value("placeholders");
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
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
        boolean wellFormed = RevisionNameRules.isWellFormed(name);
        String problem = RevisionNameRules.problem(key, name);
        if (problem != null) {
            problems.add(source, line(key), problem);
        }
        return wellFormed;
    }

    private int line(String key) {
        return Math.max(1, lineOf(key));
    }

    /** {@return the line of a key, counted from 1; 0 when the header has none} */
    public int lineOf(String key) {
        HeaderLine line = header.get(key);
        return line == null ? 0 : line.line();
    }
}
