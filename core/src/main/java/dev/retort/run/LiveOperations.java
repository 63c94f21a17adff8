/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.migration.Batches;
import dev.retort.migration.Operations;
import dev.retort.migration.RunArguments;
import dev.retort.migration.SqlCall;
import dev.retort.operation.Operation;
import java.util.function.Consumer;

/** Has whatever a Java revision asks for done at once. */
final class LiveOperations implements Operations {

    private final LiveStatements statements;
    private final CodeContext context;
    private final BatchRunner batches;

    LiveOperations(LiveStatements statements, CodeContext context, BatchRunner batches) {
        this.statements = statements;
        this.context = context;
        this.batches = batches;
    }

    @Override
    public void apply(Operation operation) {
        CodeLine line = statements.line();
        context.of(operation, line, statements.isOutside()).forEach(statements::execute);
    }

    @Override
    public SqlCall sql(String text) {
        CodeLine line = statements.line();
        return new LiveCall(statements, context.one(text, line, statements.isOutside()));
    }

    @Override
    public void autocommit(Consumer<Operations> part) {
        statements.outside(numbers -> part.accept(this));
    }

    @Override
    public void inBatches(Batches change) {
        int line = statements.line().line();
        statements.outside(numbers -> batches.run(change, line, numbers.getAsInt()));
    }

    @Override
    public RunArguments arguments() {
        return context.arguments();
    }

    @Override
    public void reverse(Consumer<Operations> part) {
        Recording.of(part, context, statements.step().code().type()).replayReversed(this);
    }
}
