/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an earlier run came with a step, and the rows that say how far this one does. */
public final class StepProgress {

    private final PlannedStep step;
    private final Map<Integer, ProgressRow> known = new HashMap<>();

    public StepProgress(PlannedStep step, List<ProgressRow> rows) {
        this.step = step;
        for (ProgressRow row : rows) {
            if (row.revision().equals(step.revision()) && row.operation() == step.operation()) {
                known.put(row.statement(), row);
            }
        }
    }

    /** {@return whether an earlier run began the step} */
    public boolean exists() {
        return !known.isEmpty();
    }

    /** {@return whether something of the step is committed} */
    public boolean hasCommitted() {
        return exists();
    }

    /** {@return how many statements of the step are committed} */
    public int committedStatements() {
        return (int) known.values().stream().filter(ProgressRow::done).count();
    }

    /** Remembers what is committed of the step. */
    public void committed(ProgressRow row) {
        known.put(row.statement(), row);
    }

    /** Remembers that an intent was removed. */
    public void forgotten(ProgressRow intent) {
        known.remove(intent.statement());
    }

    /** {@return what is known of a statement; {@code null} when it was not begun} */
    @Nullable
    public ProgressRow find(int number) {
        return known.get(number);
    }

    public boolean isDone(int number) {
        ProgressRow row = known.get(number);
        return row != null && row.done();
    }

    /** Refuses a script that is not the one that an earlier run began: statement by statement. */
    public void check() {
        int number = 1;
        for (ScriptPart part : step.parts()) {
            boolean begun = isDone(number);
            for (SqlStatement statement : part.statements()) {
                ProgressRow row = known.get(number);
                boolean edited = row != null
                        && !row.fingerprint()
                                .equals(NumberedStatement.of(statement, number).fingerprint());
                boolean mixed = !part.autocommit() && (row != null && row.done()) != begun;
                if (edited || mixed) {
                    throw step.edited(statement.line());
                }
                number++;
            }
        }
        checkNoneBeyond(number - 1);
    }

    /** Refuses a statement that is not the one that was run, or begun, in its place. */
    public void check(NumberedStatement statement) {
        ProgressRow row = known.get(statement.number());
        if (row != null && !row.fingerprint().equals(statement.fingerprint())) {
            throw step.edited(statement.sql().line());
        }
    }

    /** Refuses an end where more statements were run. */
    public void checkNoneBeyond(int last) {
        if (known.keySet().stream().anyMatch(number -> number > last)) {
            throw step.endsBefore(last);
        }
    }

    /**
     * {@return what a statement that is done answered}
     *
     * @throws RetortException if it is not known
     */
    public StatementAnswer answer(NumberedStatement statement) {
        ProgressRow row = known.get(statement.number());
        String kept = row == null ? null : row.answer();
        if (kept != null) {
            return StatementAnswer.decoded(kept);
        }
        if (AutocommitKind.hasAnswer(statement.sql())) {
            throw RestartMismatch.answerUnknown(step, statement);
        }
        return StatementAnswer.ofCount(0);
    }

    /** {@return a row that says how far the batches of a statement came} */
    public ProgressRow reached(NumberedStatement statement, String key) {
        return row(statement, true, key);
    }

    public ProgressRow intent(NumberedStatement statement, @Nullable String definition) {
        return row(statement, false, definition);
    }

    public ProgressRow done(NumberedStatement statement) {
        return row(statement, true, null);
    }

    /**
     * {@return a row that says that a statement is done, and what it answered}
     *
     * @throws RetortException when that is too large to be kept
     */
    public ProgressRow done(NumberedStatement statement, StatementAnswer answer) {
        String kept = answer.encoded();
        if (kept == null) {
            throw RestartMismatch.tooLarge(step, statement);
        }
        return new ProgressRow(
                step.revision(), step.operation(), statement.number(), statement.fingerprint(), true, null, kept);
    }

    private ProgressRow row(NumberedStatement statement, boolean done, @Nullable String definition) {
        return new ProgressRow(
                step.revision(), step.operation(), statement.number(), statement.fingerprint(), done, definition);
    }
}
