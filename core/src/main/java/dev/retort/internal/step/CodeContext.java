/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.script.StatementRules;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.migration.RunArguments;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.Transactionality;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The context of the code of Java revisions: makes statements of operations, and refuses statements that may not run
 * at this place, by the rules for scripts.
 *
 * @param renderer writes for the server's version
 * @param arguments what the person who gave the command passes through
 */
public record CodeContext(SqlRenderer renderer, RunArguments arguments) {

    /**
     * {@return what writes for a server}
     *
     * @param majorVersion the server's major version
     */
    public static CodeContext of(int majorVersion, RunArguments arguments) {
        int known = Math.max(majorVersion, ServerVersion.OLDEST.major());
        return new CodeContext(SqlRenderer.of(new ServerVersion(known)), arguments);
    }

    /** {@return what writes SQL that every supported server takes, where no server is at hand} */
    public static CodeContext offline(RunArguments arguments) {
        return new CodeContext(SqlRenderer.of(ServerVersion.OLDEST), arguments);
    }

    /**
     * {@return the statements of an operation}
     *
     * @param line the line of the code
     * @param outside whether that is outside of a transaction
     */
    public List<SqlStatement> of(Operation operation, CodeLine line, boolean outside) {
        if (operation instanceof ExecuteSql raw) {
            return split(raw.sql(), line, outside);
        }
        if (operation.transactionality() == Transactionality.OUTSIDE && !outside) {
            throw new RetortException(
                    "At " + line + " the revision would " + operation.describe() + " inside a transaction.",
                    "PostgreSQL runs that only outside of one.",
                    "Put it into op.autocommit(...).");
        }
        List<SqlStatement> statements = new ArrayList<>();
        for (String text : renderer.render(operation)) {
            statements.add(new SqlStatement(text, line.line(), null));
        }
        return statements;
    }

    /** {@return one statement, which may have parameters} */
    public SqlStatement one(String text, CodeLine line, boolean outside) {
        List<SqlStatement> statements = split(text, line, outside);
        if (statements.size() != 1) {
            throw new RetortException(
                    "At " + line + " op.sql(...) has " + statements.size() + " statements.",
                    "A statement with parameters or a result must be the only one.",
                    "Call op.sql(...) for each statement, or op.execute(...) for all of them.");
        }
        return statements.get(0);
    }

    /** {@return a piece of a statement without comments around it, which could hide what comes behind} */
    String piece(String text, CodeLine line) {
        List<SqlStatement> pieces = split(text, line);
        if (pieces.size() != 1) {
            throw new RetortException(
                    "At " + line + " \"" + text.strip() + "\" cannot be a part of a statement.",
                    pieces.isEmpty() ? "It is empty." : "A semicolon ends it in the middle.",
                    "Give one list of assignments, and one condition.");
        }
        return pieces.get(0).text();
    }

    private static List<SqlStatement> split(String text, CodeLine line, boolean outside) {
        List<SqlStatement> statements = new ArrayList<>();
        for (SqlStatement statement : split(text, line)) {
            check(statement, line, outside);
            statements.add(new SqlStatement(statement.text(), line.line(), statement.copyData()));
        }
        return statements;
    }

    private static List<SqlStatement> split(String text, CodeLine line) {
        try {
            return StatementSplitter.split(text, 1);
        } catch (SqlSyntaxException e) {
            throw new RetortException("The SQL at " + line + " cannot be read.", e.why(), e.action(), e);
        }
    }

    private static void check(SqlStatement statement, CodeLine line, boolean outside) {
        String refusal = StatementRules.of(StatementTraits.of(statement), outside);
        if (refusal != null) {
            throw new RetortException("The SQL at " + line + " is refused.", refusal, "In Java: op.autocommit(...).");
        }
    }
}
