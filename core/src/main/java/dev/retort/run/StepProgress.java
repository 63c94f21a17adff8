/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.ProgressRow;
import dev.retort.script.ScriptPart;
import dev.retort.sql.Fingerprint;
import dev.retort.sql.SqlStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an earlier run came with a step, and the rows that say how far this one does. */
final class StepProgress {

    private final StepScript step;
    private final Map<Integer, ProgressRow> known = new HashMap<>();
    private boolean committed;

    StepProgress(StepScript step, List<ProgressRow> rows) {
        this.step = step;
        for (ProgressRow row : rows) {
            if (row.revision().equals(step.revision()) && row.operation().equals(step.operation())) {
                known.put(row.statement(), row);
                committed = true;
            }
        }
    }

    /** {@return whether an earlier run began the step} */
    boolean exists() {
        return !known.isEmpty();
    }

    /** {@return whether something of the step is committed} */
    boolean hasCommitted() {
        return committed;
    }

    /** Remembers what is committed of the step. */
    void committed(ProgressRow row) {
        known.put(row.statement(), row);
        committed = true;
    }

    /** Remembers that something of the step is committed. */
    void committed() {
        committed = true;
    }

    /** {@return what is known of a statement; {@code null} when it was not begun} */
    @Nullable
    ProgressRow find(int number) {
        return known.get(number);
    }

    boolean isDone(int number) {
        ProgressRow row = known.get(number);
        return row != null && row.done();
    }

    /** Refuses a script that is not the one that an earlier run began: statement by statement. */
    void check() {
        int number = 1;
        for (ScriptPart part : step.parts()) {
            boolean begun = isDone(number);
            for (SqlStatement statement : part.statements()) {
                ProgressRow row = known.get(number++);
                boolean edited = row != null && !row.fingerprint().equals(fingerprint(statement));
                boolean mixed = !part.autocommit() && (row != null && row.done()) != begun;
                if (edited || mixed) {
                    throw editedAt(statement.line());
                }
            }
        }
        checkNoneBeyond(number - 1);
    }

    /** Refuses a statement that is not the one that was run, or begun, in its place. */
    void check(SqlStatement statement, int number) {
        ProgressRow row = known.get(number);
        if (row != null && !row.fingerprint().equals(fingerprint(statement))) {
            throw editedAt(statement.line());
        }
    }

    /** Refuses an end where more statements were run. */
    void checkNoneBeyond(int last) {
        if (known.keySet().stream().anyMatch(number -> number > last)) {
            throw editedAt(1);
        }
    }

    private PartialRevisionException editedAt(int line) {
        return new PartialRevisionException(
                step.revision(),
                "Its script was edited since: at " + step.script().source() + ":" + line
                        + " it is not what was run in part.",
                "Restore the script, finish the step, and put the change into a new revision.");
    }

    /** {@return a row that says how far the batches of a statement came} */
    ProgressRow reached(SqlStatement statement, int number, String key) {
        return row(statement, number, true, key);
    }

    ProgressRow intent(SqlStatement statement, int number, @Nullable String definition) {
        return row(statement, number, false, definition);
    }

    ProgressRow done(SqlStatement statement, int number) {
        return row(statement, number, true, null);
    }

    private ProgressRow row(SqlStatement statement, int number, boolean done, @Nullable String definition) {
        return new ProgressRow(step.revision(), step.operation(), number, fingerprint(statement), done, definition);
    }

    private static String fingerprint(SqlStatement statement) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("statement", statement.text());
        fingerprint.add("data", String.valueOf(statement.copyData()));
        return fingerprint.hex();
    }
}
