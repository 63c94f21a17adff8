/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.BatchSql;
import dev.retort.internal.step.CodeContext;
import dev.retort.internal.step.CodeLine;
import dev.retort.internal.step.Recording;
import dev.retort.internal.step.ReversalNotes;
import dev.retort.internal.step.UnrecordableException;
import dev.retort.migration.Batches;
import dev.retort.migration.Operations;
import dev.retort.migration.RunArguments;
import dev.retort.migration.SqlCall;
import dev.retort.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the operations of a Java revision at once, and none after one failed. */
public final class LiveOperations implements Operations {

    private static final Logger log = LoggerFactory.getLogger(LiveOperations.class);

    private final LiveStatements statements;
    private final CodeContext context;
    private final BatchRunner batches;
    private final FirstFailure failure;

    LiveOperations(LiveStatements statements, CodeContext context, BatchRunner batches, FirstFailure failure) {
        this.statements = statements;
        this.context = context;
        this.batches = batches;
        this.failure = failure;
    }

    @Override
    public void apply(Operation operation) {
        guard(() -> {
            CodeLine line = statements.line();
            List<SqlStatement> parts = context.of(operation, line, statements.isOutside());
            statements.noteBefore(operation, line);
            for (SqlStatement statement : parts) {
                statements.execute(statement);
            }
        });
    }

    @Override
    public SqlCall sql(String text) {
        return failure.guard(() -> {
            CodeLine line = statements.line();
            return new LiveCall(statements, context.one(text, line, statements.isOutside()), failure);
        });
    }

    @Override
    public void autocommit(Consumer<Operations> part) {
        guard(() -> statements.outside(numbers -> part.accept(this)));
    }

    @Override
    public void inBatches(Batches change) {
        guard(() -> {
            BatchSql sql = BatchSql.of(change, context, statements.line());
            statements.show(sql.whole());
            statements.outside(numbers -> batches.run(sql, numbers.getAsInt()));
        });
    }

    @Override
    public RunArguments arguments() {
        return context.arguments();
    }

    @Override
    public void reverse(Consumer<Operations> part) {
        guard(() -> replay(reversal(part)));
    }

    /** Runs the operations of a reversal, without the drop of objects that existed before the upgrade. */
    void replay(Recording reversal) throws SQLException {
        String note =
                statements.runner().historyWriter().noteOf(statements.step().revision());
        ReversalNotes.went(note)
                .forEach(what -> log.warn(
                        "Revision {}: the downgrade does not create again what the upgrade dropped {}",
                        statements.step().revision(),
                        what));
        reversal.replay(
                this, operation -> ReversalNotes.dropsIfExists(operation) && !ReversalNotes.made(note, operation));
    }

    private Recording reversal(Consumer<Operations> part) {
        CodeLine line = statements.line();
        try {
            return Recording.of(part, context, statements.step().code().type()).reversed();
        } catch (UnrecordableException e) {
            throw new RetortException(
                    "op.reverse(...) at " + line + " cannot reverse its operations.",
                    "It was not run: " + e.getMessage() + ".",
                    "Write the downgrade manually.",
                    e);
        }
    }

    private void guard(Work work) {
        failure.guard(() -> {
            work.run();
            return true;
        });
    }

    /** The operations of the code. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
