/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.graph.Revision;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.Problems;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.script.file.Utf8Text;
import dev.retort.internal.script.read.HeaderReader;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes what the header of a script says of its parents; every other character of the text stays as it is. */
public final class HeaderRewriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+");

    private final String source;
    private final String text;
    private final RevisionScript before;

    /**
     * Reads a script.
     *
     * @param source its name in messages
     * @param text its text as it is in the file, with its line ends and byte-order mark
     * @throws ScriptException when it is no script
     */
    public HeaderRewriter(String source, String text) {
        this.source = source;
        this.text = text;
        this.before = ScriptLoader.parse(source, text);
    }

    /**
     * {@return the text with other parents}
     *
     * @param parents their ids; none for a base
     */
    public String withParents(List<String> parents) {
        List<String> lines =
                LINE.matcher(text).results().map(MatchResult::group).toList();
        int own = line("down_revision");
        String value = String.join(", ", parents);
        List<String> changed = new ArrayList<>(lines);
        if (own > 0) {
            changed.set(own - 1, replaceValue(lines.get(own - 1), value));
        } else {
            int revision = line("revision");
            changed.add(revision, "-- down_revision: " + value + endOf(lines.get(revision - 1)));
        }
        String result = String.join("", changed);
        check(result, parents);
        return result;
    }

    /** {@return the number of the header's line with a key, counted from 1; 0 when it has none} */
    private int line(String key) {
        HeaderReader header = new HeaderReader(source, new Problems());
        SqlScanner scanner = SqlScanner.ofScript(Utf8Text.normalize(text));
        for (SqlItem item = scanner.next(); item instanceof SqlItem.Comment comment; item = scanner.next()) {
            header.comment(comment);
        }
        header.finish();
        return header.lineOf(key);
    }

    private static String replaceValue(String line, String value) {
        String end = endOf(line);
        int from = line.indexOf(':') + 1;
        boolean empty = line.substring(from, line.length() - end.length()).isBlank();
        int start = from;
        while (!empty && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        return line.substring(0, start) + (empty ? " " : "") + value + end;
    }

    private static String endOf(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\r") ? "\r" : line.endsWith("\n") ? "\n" : "";
    }

    /** Whatever was overlooked above must not reach a file. */
    private void check(String result, List<String> parents) {
        RevisionScript after = ScriptLoader.parse(source, result);
        Revision old = before.revision();
        Revision wanted = new Revision(old.id(), parents, old.branchLabels(), old.dependsOn());
        boolean same = after.revision().equals(wanted)
                && after.message().equals(before.message())
                && statements(after).equals(statements(before));
        if (!same || result.startsWith(BYTE_ORDER_MARK) != text.startsWith(BYTE_ORDER_MARK)) {
            throw new IllegalStateException("Rewriting the header of " + source + " would change more than that.");
        }
    }

    /** The statements without their lines. */
    private static List<String> statements(RevisionScript script) {
        List<String> found = new ArrayList<>();
        add(script.upgrade(), found);
        if (script.downgrade() instanceof DowngradeSection.Reversible reversible) {
            found.add("downgrade");
            add(reversible.parts(), found);
        } else {
            found.add(script.downgrade().toString());
        }
        return found;
    }

    private static void add(List<ScriptPart> parts, List<String> found) {
        for (ScriptPart part : parts) {
            found.add(part.autocommit() ? "autocommit" : "transaction");
            part.statements().forEach(statement -> found.add(statement.text() + statement.copyData()));
        }
    }
}
