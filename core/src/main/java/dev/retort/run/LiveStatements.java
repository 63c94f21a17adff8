/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.jdbc.SqlWork;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementTraits;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a Java revision as its code asks for them, numbered in that order. */
final class LiveStatements {

    private final StepRunner runner;
    private final StepScript step;
    private final StepProgress progress;
    private final LiveTransaction transaction;
    private final LoneStatements lone;
    private int number;

    LiveStatements(
            StepRunner runner,
            StepScript step,
            StepProgress progress,
            LiveTransaction transaction,
            LoneStatements lone) {
        this.runner = runner;
        this.step = step;
        this.progress = progress;
        this.transaction = transaction;
        this.lone = lone;
    }

    StepRunner runner() {
        return runner;
    }

    StepScript step() {
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
        perform(NumberedStatement.of(statement, ++number), () -> runner.execute(step, statement));
    }

    /**
     * Does the work of a statement, unless an earlier run of the code did and committed it.
     *
     * @param given what the statement was given beside its text
     * @return how many rows it changed; none when it was done before
     */
    long change(SqlStatement statement, String given, SqlWork<Long> work) throws SQLException {
        long[] changed = new long[1];
        perform(
                new NumberedStatement(statement, ++number, given),
                () -> changed[0] = runner.watched(step, statement, work));
        return changed[0];
    }

    private void perform(NumberedStatement statement, LoneStatements.Work work) throws SQLException {
        progress.check(statement);
        if (transaction.isOutside()) {
            lone.run(statement, work);
        } else if (!progress.isDone(statement.number())) {
            work.run();
            transaction.ran(statement);
        }
    }

    /** Does the work of a query. It has no number, for its answer is wanted each time: so nothing of it may stay. */
    <T extends @Nullable Object> T ask(SqlStatement query, SqlWork<T> work) {
        if (!StatementTraits.onlyReads(query)) {
            transaction.wrote(query);
        }
        return runner.watched(step, query, work);
    }

    /** Does something outside of the transaction; when it is left already, at once. */
    void outside(Outside work) throws SQLException {
        if (transaction.isShared()) {
            throw new RetortException(
                    "Revision " + step.revision() + " cannot run in one transaction with all others.",
                    "At " + line() + " it goes outside of its transaction.",
                    "Set retort.transaction=per-revision.");
        }
        if (transaction.isOutside()) {
            work.run(this::nextNumber);
        } else {
            transaction.leave(line(), () -> work.run(this::nextNumber));
        }
    }

    private int nextNumber() {
        return ++number;
    }

    /** Refuses code that asked for less than an earlier run of it did. */
    void finish() {
        progress.checkNoneBeyond(number);
    }

    /** What happens outside of a transaction. */
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
