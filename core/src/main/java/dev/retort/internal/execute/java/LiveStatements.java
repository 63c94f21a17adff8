/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.internal.execute.step.AutocommitStatements;
import dev.retort.internal.execute.step.StepRunner;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.CodeLine;
import dev.retort.internal.step.JavaStep;
import dev.retort.internal.step.NumberedStatement;
import dev.retort.internal.step.ReversalNotes;
import dev.retort.internal.step.StatementAnswer;
import dev.retort.internal.step.StepProgress;
import dev.retort.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a Java revision as its code issues them, numbered in that order. */
final class LiveStatements {

    private final StepRunner runner;
    private final JavaStep step;
    private final StepProgress progress;
    private final LiveTransaction transaction;
    private final AutocommitStatements autocommitStatements;
    private final List<SqlStatement> asked;
    private final ReversalNotes remains;
    private int number;
    private int streams;

    /**
     * Creates the statements of a call of the code.
     *
     * @param asked receives the statements of the code, for display
     */
    LiveStatements(
            Place place,
            LiveTransaction transaction,
            AutocommitStatements autocommitStatements,
            List<SqlStatement> asked) {
        this.runner = place.runner();
        this.step = place.step();
        this.progress = place.progress();
        this.transaction = transaction;
        this.autocommitStatements = autocommitStatements;
        this.asked = asked;
        this.remains = place.remains();
    }

    /**
     * The step that a call of the code belongs to.
     *
     * @param runner runs statements
     * @param step the step
     * @param progress how far it is
     * @param remains what its reversal has to know
     */
    record Place(StepRunner runner, JavaStep step, StepProgress progress, ReversalNotes remains) {}

    StepRunner runner() {
        return runner;
    }

    JavaStep step() {
        return step;
    }

    /** {@return where the code is now} */
    CodeLine line() {
        return CodeLine.running(step.code().type());
    }

    boolean isOutside() {
        return transaction.isOutside();
    }

    /** Runs a statement, unless an earlier run of the code did and committed it. */
    void execute(SqlStatement statement) throws SQLException {
        asked.add(statement);
        NumberedStatement numbered = NumberedStatement.of(statement, ++number);
        progress.check(numbered);
        if (transaction.isOutside()) {
            autocommitStatements.run(numbered);
        } else if (!progress.isDone(number)) {
            runner.execute(step, statement);
            transaction.ran(numbered, null);
        }
    }

    /**
     * Does the work of a statement whose answer the code reads, unless an earlier run of the code did and committed it.
     *
     * @param given what the statement was given beside its text
     * @return what it answered, now or then
     */
    StatementAnswer change(SqlStatement statement, String given, SqlWork<StatementAnswer> work) throws SQLException {
        asked.add(statement);
        NumberedStatement numbered = new NumberedStatement(statement, ++number, given);
        progress.check(numbered);
        if (progress.isDone(number)) {
            return progress.answer(numbered);
        }
        if (transaction.isOutside()) {
            return autocommitStatements.answer(numbered, () -> runner.watched(step, statement, work));
        }
        StatementAnswer answer = runner.watched(step, statement, work);
        transaction.ran(numbered, answer);
        return answer;
    }

    /** Remembers what a reversal has to know of the database before an operation runs. */
    void noteBefore(Operation operation, CodeLine line) throws SQLException {
        String question = ReversalNotes.question(operation);
        if (question == null) {
            return;
        }
        StatementAnswer answer = change(new SqlStatement(question, line.line(), null), "before", () -> {
            StatementAnswer.Collector found = new StatementAnswer.Collector();
            runner.connection().query(question, found::add);
            return found.answer();
        });
        asked.remove(asked.size() - 1);
        remains.found(
                operation,
                answer.rows().stream().map(row -> String.valueOf(row.get(0))).toList());
    }

    /** Does the work of a query that only reads. It has no number, for it is asked each time that the code runs. */
    <T extends @Nullable Object> T ask(SqlStatement query, SqlWork<T> work) {
        return runner.watched(step, query, work);
    }

    /** Does the work of a query whose rows are read some at a time, while its transaction stays open. */
    void stream(SqlStatement query, SqlWork<Boolean> work) {
        if (transaction.isOutside()) {
            throw new RetortException(
                    "The query at " + line() + " runs outside of a transaction.",
                    "forEach(...) reads its rows in portions, which needs a transaction.",
                    "Run the query before op.autocommit(...), or use query(...).");
        }
        streams++;
        try {
            runner.watched(step, query, work);
        } finally {
            streams--;
        }
    }

    /** Does something outside of the transaction; when it is left already, at once. */
    void outside(Outside work) throws SQLException {
        if (streams > 0) {
            throw new RetortException(
                    "At " + line() + " the revision leaves its transaction inside of forEach(...).",
                    "The transaction would end, and the remaining rows would be lost.",
                    "Read the rows with query(...), or collect the changes and make them after forEach(...).");
        }
        if (transaction.isShared()) {
            throw new RetortException(
                    "Revision " + step.revision() + " cannot run in one transaction with all others.",
                    "At " + line() + " it leaves its transaction.",
                    "Set retort.transaction=per-revision.");
        }
        if (transaction.isOutside()) {
            work.run(this::nextNumber);
        } else {
            transaction.leave(line(), () -> work.run(this::nextNumber));
        }
    }

    /** Shows one statement instead of many. */
    void show(SqlStatement whole) {
        asked.add(whole);
    }

    private int nextNumber() {
        return ++number;
    }

    /** Refuses code that asked for less than an earlier run of it did. */
    void finish() {
        progress.checkNoneBeyond(number);
    }

    /** Code that runs outside of a transaction. */
    @FunctionalInterface
    interface Outside {
        /**
         * Does the work.
         *
         * @param numbers gives the number of the next statement
         */
        void run(IntSupplier numbers) throws SQLException;
    }
}
