/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.jdbc.SessionScript;
import dev.retort.internal.lock.LockScript;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.PsqlText;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.internal.step.UnwritableStatementException;
import org.jspecify.annotations.Nullable;

/**
 * A script of plain SQL, for clients that may continue after an error. Each transaction is one {@code DO} statement, so that no
 * client can run half of it: it takes the settings and the lock for itself, checks that what came before it succeeded, and
 * runs its statements word for word.
 */
final class PlainForm implements OfflineForm {

    private static final String INDENT = "    ";

    private final SessionScript session;
    private final LockScript lock;

    PlainForm(SessionScript session, LockScript lock) {
        this.session = session;
        this.lock = lock;
    }

    @Override
    public boolean guardsEachTransaction() {
        return true;
    }

    @Override
    public String opening(String title) {
        return OfflineScript.commentLines(
                title + ", in plain SQL.",
                "Run it with any client that sends the statements in order in one session, all of them: psql -X -f"
                        + " <this file>,",
                "pgAdmin, DBeaver. Each statement is a separate transaction and first checks that the one before it",
                "succeeded: after an error the rest changes nothing, whether the client stops or continues. With"
                        + " autocommit",
                "off, commit at the end. It does not wait for the migration lock: when another run has it, run it"
                        + " again later.");
    }

    @Override
    public String preparation(String check, String missing) {
        return OfflineScript.commented(
                        "Check that the database is at the start of the script, then create missing tables")
                + transaction(check, missing);
    }

    @Override
    public String transaction(String guard, String statements) {
        String body = "\nBEGIN\n" + executed(session()) + executed(lock.takeForTransaction()) + executed(guard)
                + executed(statements) + "END ";
        return "DO " + DollarQuotes.quote(body) + ";\n";
    }

    private static String executed(String statements) {
        StringBuilder text = new StringBuilder();
        for (SqlStatement statement : StatementSplitter.split(statements, 1)) {
            text.append(INDENT)
                    .append("EXECUTE ")
                    .append(DollarQuotes.quote(statement.text()))
                    .append(";\n");
        }
        return text.toString();
    }

    @Override
    public String session() {
        return session.setUpTransaction();
    }

    @Override
    public String self() {
        return session.selfInTransaction();
    }

    @Override
    public String statement(SqlStatement statement) {
        String why = reason(statement);
        if (why != null) {
            throw new UnwritableStatementException(
                    why,
                    "Write the script without --plain and run it with psql, or run the revision on the database"
                            + " itself.");
        }
        return statement.text() + ";\n";
    }

    private static @Nullable String reason(SqlStatement statement) {
        String setting = PsqlText.changedSetting(statement);
        if (setting != null) {
            return "It sets " + setting + ", which changes how a client reads the rest of the script.";
        }
        if (!StatementTraits.of(statement).runsInTransaction()) {
            return "It runs outside of a transaction, where a plain script cannot keep it from running after an error.";
        }
        String command = StatementTraits.refusedByExecute(statement);
        return command == null ? null : command + " does not run in a DO block, which a plain script needs.";
    }

    @Override
    public String closing() {
        return OfflineScript.commented("Done");
    }
}
