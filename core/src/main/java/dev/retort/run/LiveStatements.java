/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.jdbc.SqlWork;
import dev.retort.sql.SqlStatement;
import java.sql.SQLException;

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
    void execute(SqlStatement statement) {
        perform(statement, () -> runner.execute(step, statement));
    }

    /**
     * Does the work of a statement, unless an earlier run of the code did and committed it.
     *
     * @return how many rows it changed; none when it was done before
     */
    long change(SqlStatement statement, SqlWork<Long> work) {
        long[] changed = new long[1];
        perform(statement, () -> changed[0] = runner.watched(step, statement, work));
        return changed[0];
    }

    private void perform(SqlStatement statement, LoneStatements.Work work) {
        int own = ++number;
        progress.check(statement, own);
        try {
            if (transaction.isOutside()) {
                lone.run(statement, own, work);
            } else if (!progress.isDone(own)) {
                work.run();
                transaction.ran(statement, own);
            }
        } catch (SQLException e) {
            throw new ServerFailure(e);
        }
    }

    /** Does something outside of the transaction; when it is left already, at once. */
    void outside(Outside work) {
        if (transaction.isShared()) {
            throw new RetortException(
                    "Revision " + step.revision() + " cannot run in one transaction with all others.",
                    "At " + line() + " it goes outside of its transaction.",
                    "Set retort.transaction=per-revision.");
        }
        try {
            if (transaction.isOutside()) {
                work.run(this::nextNumber);
            } else {
                transaction.leave(() -> work.run(this::nextNumber));
            }
        } catch (SQLException e) {
            throw new ServerFailure(e);
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
        void run(java.util.function.IntSupplier numbers) throws SQLException;
    }
}
