/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.StatementRules;
import dev.retort.internal.script.read.MarkerKeys;
import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.internal.sql.StatementTraits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the text of a section from the text of another tool. The text stays as it is but for the boundaries of transactions,
 * which become markers, and for comments that would be read as markers.
 */
final class SectionText {

    private static final String AUTOCOMMIT = "-- migrate: autocommit\n";
    private static final String TRANSACTION = "-- migrate: transaction\n";
    private static final Set<String> BEGINS = Set.of("BEGIN", "START TRANSACTION", "START");
    private static final Set<String> ENDS = Set.of("COMMIT", "END");

    private final byte[] text;
    private final SqlScanner scanner;
    private final boolean outside;
    private final TextEdits edits;
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean autocommit;
    private boolean inBlock;
    private int blocks;
    private boolean unterminated;
    private boolean empty = true;

    private SectionText(String text, boolean inTransaction) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.scanner = SqlScanner.ofScript(text);
        this.edits = new TextEdits(this.text);
        this.outside = !inTransaction;
        this.autocommit = outside;
    }

    /**
     * Converts a text.
     *
     * @param text the text, line ends as LF
     * @param inTransaction whether the other tool runs it in a transaction where PostgreSQL allows that
     */
    static Converted convert(String text, boolean inTransaction) {
        SectionText section = new SectionText(text, inTransaction);
        section.read();
        return section.finish();
    }

    private void read() {
        try {
            for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
                if (item instanceof SqlItem.Statement statement) {
                    statement(statement);
                } else if (item instanceof SqlItem.Marker
                        || (item instanceof SqlItem.Comment comment && MarkerKeys.keyIn(comment.text()) != null)) {
                    edits.replace(scanner.itemStart() + 2, scanner.itemStart() + 2, " |");
                }
            }
        } catch (SqlSyntaxException e) {
            problems.add("line " + e.line() + ": " + e.why() + " " + e.action());
        }
    }

    private void statement(SqlItem.Statement item) {
        int end = scanner.itemEnd();
        unterminated = item.statement().copyData() == null && text[end - 1] != ';';
        if (item.traits() instanceof StatementTraits.TransactionControl control) {
            boundary(item, control.command());
            return;
        }
        empty = false;
        boolean wanted = !item.traits().runsInTransaction() || (outside && !inBlock);
        if (wanted != autocommit) {
            marker(wanted ? AUTOCOMMIT : TRANSACTION);
            autocommit = wanted;
        }
        String refusal = StatementRules.of(item.traits(), autocommit);
        if (refusal != null) {
            problems.add("line " + item.line() + ": " + refusal);
        }
    }

    private void boundary(SqlItem.Statement item, String command) {
        boolean begins = BEGINS.contains(command);
        if (!begins && !ENDS.contains(command)) {
            problems.add("line " + item.line() + ": " + StatementRules.of(item.traits(), autocommit));
            return;
        }
        blocks += begins ? 1 : 0;
        inBlock = begins;
        String words =
                new String(text, scanner.itemStart(), scanner.itemEnd() - scanner.itemStart(), StandardCharsets.UTF_8);
        edits.replace(scanner.itemStart(), scanner.itemEnd(), "/* " + words.replace("*/", "* /") + " */");
        unterminated = false;
        if (blocks == 2 && begins && !outside) {
            notes.add("the transactions that the file begins and commits itself run as one");
        }
    }

    private void marker(String marker) {
        int start = scanner.itemStart();
        int line = start;
        while (line > 0 && (text[line - 1] == ' ' || text[line - 1] == '\t')) {
            line--;
        }
        boolean atLineStart = line == 0 || text[line - 1] == '\n';
        edits.replace(atLineStart ? line : start, atLineStart ? line : start, atLineStart ? marker : "\n" + marker);
    }

    private Converted finish() {
        StringBuilder result = new StringBuilder(outside && !empty ? AUTOCOMMIT : "");
        result.append(edits.result());
        if (result.length() > 0 && result.charAt(result.length() - 1) != '\n') {
            result.append('\n');
        }
        if (unterminated) {
            result.append(";\n");
        }
        return new Converted(result.toString(), empty, notes, problems);
    }
}
