/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.migration.Batches;
import dev.retort.migration.Operations;
import dev.retort.migration.RunArguments;
import dev.retort.migration.SqlCall;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.Reversal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The operations of a part of a Java revision, recorded without running them: to show them, and to reverse them. Code
 * that reads a result of the database cannot be recorded.
 */
public final class Recording implements Operations {

    /**
     * Something that was asked for.
     *
     * @param operation an operation, as it was asked for
     * @param statements its statements
     * @param autocommit whether they run outside of a transaction
     */
    private record Asked(Operation operation, List<SqlStatement> statements, boolean autocommit) {}

    private final CodeContext context;
    private final Class<?> type;
    private final List<Asked> asked;
    private final boolean outside;

    private Recording(CodeContext context, Class<?> type, List<Asked> asked, boolean outside) {
        this.context = context;
        this.type = type;
        this.asked = asked;
        this.outside = outside;
    }

    /**
     * Has code ask.
     *
     * @param type the class of the code
     * @throws UnrecordableException when it wants an answer
     */
    public static Recording of(Consumer<Operations> part, CodeContext context, Class<?> type) {
        Recording recording = new Recording(context, type, new ArrayList<>(), false);
        part.accept(recording);
        return recording;
    }

    @Override
    public void apply(Operation operation) {
        asked.add(new Asked(operation, context.of(operation, line(), outside), outside));
    }

    @Override
    public SqlCall sql(String text) {
        throw new UnrecordableException("at " + line() + " it queries the database");
    }

    @Override
    public void autocommit(Consumer<Operations> part) {
        part.accept(new Recording(context, type, asked, true));
    }

    /** Without a database the number of batches is unknown: one statement describes all of them. */
    @Override
    public void inBatches(Batches batches) {
        SqlStatement whole = BatchSql.of(batches, context, line()).whole();
        asked.add(new Asked(new ExecuteSql(whole.text(), null, true), List.of(whole), true));
    }

    @Override
    public void reverse(Consumer<Operations> part) {
        of(part, context, type).reversed().replay(this, ReversalNotes::dropsIfExists);
    }

    @Override
    public RunArguments arguments() {
        return context.arguments();
    }

    private CodeLine line() {
        return CodeLine.running(type);
    }

    /**
     * {@return the reversal of all operations as a whole: intermediate objects are not created again}
     *
     * @throws RetortException when something cannot be reversed
     */
    public Recording reversed() {
        List<Asked> reversed = Reversal.of(asked, Asked::operation, this::asked);
        return new Recording(context, type, new ArrayList<>(reversed), outside);
    }

    private Asked asked(Asked before, Operation operation) {
        return new Asked(operation, context.of(operation, line(), before.autocommit()), before.autocommit());
    }

    /**
     * Runs all operations again.
     *
     * @param leaves what is left out
     */
    public void replay(Operations target, Predicate<Operation> leaves) {
        for (Asked next : asked) {
            if (leaves.test(next.operation())) {
                continue;
            }
            if (next.autocommit()) {
                target.autocommit(alone -> alone.apply(next.operation()));
            } else {
                target.apply(next.operation());
            }
        }
    }

    /** {@return the statements in parts, as a script would have them} */
    public List<ScriptPart> parts() {
        List<ScriptPart> parts = new ArrayList<>();
        List<SqlStatement> statements = new ArrayList<>();
        boolean autocommit = false;
        for (Asked next : asked) {
            if (next.autocommit() != autocommit && !statements.isEmpty()) {
                parts.add(new ScriptPart(autocommit, statements));
                statements = new ArrayList<>();
            }
            autocommit = next.autocommit();
            statements.addAll(next.statements());
        }
        if (!statements.isEmpty()) {
            parts.add(new ScriptPart(autocommit, statements));
        }
        return parts;
    }
}
