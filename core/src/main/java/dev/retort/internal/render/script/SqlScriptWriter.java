/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.IrreversibleOperationException;
import dev.retort.operation.Operation;
import dev.retort.operation.Reversal;
import dev.retort.operation.Transactionality;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes operations as the sections of an SQL revision. Has no state; safe for use by several threads.
 *
 * <p>A statement that PostgreSQL refuses in a transaction, one that takes long, and one whose result others need
 * committed are below {@code -- migrate: autocommit}; {@code -- migrate: transaction} ends that part. Adjacent changes of
 * one table are one {@code ALTER TABLE} where PostgreSQL does the same with it.
 */
public final class SqlScriptWriter {

    /** A note may carry words of the database: they must not become a marker of the script. */
    private static final Pattern MARKER = Pattern.compile("\\s*migrate\\s*:", Pattern.CASE_INSENSITIVE);

    private final SqlRenderer renderer;

    /**
     * Makes a writer.
     *
     * @param renderer writes the statements
     */
    public SqlScriptWriter(SqlRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Writes steps as a section, without the marker that begins it; empty when there are none.
     *
     * @throws UnsupportedOperationSqlException when there is no SQL for one of them
     */
    public String section(List<RenderedOperation> steps) {
        Section section = new Section();
        int i = 0;
        while (i < steps.size()) {
            ActionRun run = ActionRun.of(renderer, steps.subList(i, steps.size()));
            run.statements()
                    .forEach(actions -> section.add(
                            actions.notes(),
                            actions.lines().stream()
                                    .map(line -> new Section.Line(CarriageReturns.escaped(line) + ";", false))
                                    .toList()));
            for (RenderedOperation step : run.others()) {
                boolean followed = steps.subList(i + 1, steps.size()).stream()
                        .anyMatch(next -> next.operation().transactionality() != Transactionality.COMMITTED_BEFORE_USE);
                add(section, step, followed);
            }
            i += run.length();
        }
        return section.text();
    }

    /**
     * Writes the reversal of operations as the downgrade section, without the marker that begins it:
     * {@code -- migrate: nothing} when that is nothing, {@code -- migrate: irreversible} with the reason when one of
     * them cannot be reversed.
     */
    public String reversal(List<? extends Operation> operations) {
        try {
            List<RenderedOperation> steps =
                    Reversal.of(operations).stream().map(RenderedOperation::of).toList();
            String text = section(steps);
            return text.isEmpty() ? "-- migrate: nothing\n" : text;
        } catch (IrreversibleOperationException e) {
            return "-- migrate: irreversible " + (e.what() + " " + e.why()).replaceAll("\\R", " ") + "\n";
        }
    }

    private void add(Section section, RenderedOperation step, boolean followed) {
        List<Section.Line> lines = new ArrayList<>();
        if (step.operation() instanceof ExecuteSql raw) {
            String sql = raw.sql().strip();
            if (!sql.isEmpty()) {
                lines.add(new Section.Line(closed(sql), raw.outsideTransaction()));
            }
        } else {
            for (String statement : renderer.render(step.operation())) {
                lines.add(new Section.Line(
                        CarriageReturns.escaped(statement) + ";", alone(step.operation(), statement, followed)));
            }
        }
        section.add(step.notes(), lines);
    }

    /** A text that ends in COPY data is closed already; one that may end in a comment is closed behind it. */
    private static String closed(String sql) {
        boolean comment = sql.substring(sql.lastIndexOf('\n') + 1).contains("--");
        if (comment) {
            return sql + "\n;";
        }
        return sql.endsWith(";") || sql.endsWith("\n\\.") ? sql : sql + ";";
    }

    private static boolean alone(Operation operation, String statement, boolean followed) {
        return switch (operation.transactionality()) {
            case INSIDE -> false;
            case ALONE -> true;
            case COMMITTED_BEFORE_USE -> followed;
            case OUTSIDE ->
                !StatementTraits.of(new SqlStatement(statement, 1, null)).runsInTransaction();
        };
    }

    /** {@return notes as comments, each on its line} */
    static String comments(List<String> notes, String indent) {
        StringBuilder text = new StringBuilder();
        notes.stream()
                .flatMap(String::lines)
                .forEach(note -> text.append(indent)
                        .append(MARKER.matcher(note).lookingAt() ? "-- | " : "-- ")
                        .append(note)
                        .append('\n'));
        return text.toString();
    }

    /** The text of a section while it grows. */
    private static final class Section {

        /**
         * A statement with its semicolon.
         *
         * @param text the statement
         * @param alone whether it runs outside of a transaction
         */
        private record Line(String text, boolean alone) {}

        private final StringBuilder text = new StringBuilder();
        private boolean autocommit;

        void add(List<String> notes, List<Line> lines) {
            if (lines.isEmpty() && notes.isEmpty()) {
                return;
            }
            text.append(text.isEmpty() ? "" : "\n");
            text.append(comments(notes, ""));
            boolean first = true;
            for (Line line : lines) {
                if (line.alone() != autocommit) {
                    autocommit = line.alone();
                    text.append(first ? "" : "\n")
                            .append(autocommit ? "-- migrate: autocommit\n" : "-- migrate: transaction\n");
                }
                first = false;
                text.append(line.text()).append('\n');
            }
        }

        String text() {
            return text.toString();
        }
    }
}
