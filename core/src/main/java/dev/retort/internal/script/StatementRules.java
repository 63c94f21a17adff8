/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.ConcurrentIndexBuild;
import dev.retort.internal.sql.ConcurrentIndexDrop;
import dev.retort.internal.sql.StatementTraits;
import org.jspecify.annotations.Nullable;

/** Decides which statements a script may contain, and which of them only outside a transaction. */
public final class StatementRules {

    private StatementRules() {}

    /**
     * Looks at one statement.
     *
     * @param traits what the statement is
     * @param autocommit whether it is in an autocommit part
     * @return why it is refused and what to do, or {@code null} if it may run
     */
    public static @Nullable String of(StatementTraits traits, boolean autocommit) {
        if (traits instanceof StatementTraits.TransactionControl control) {
            return control.command()
                    + " is refused: transactions begin and end with the parts of the script. Remove it;"
                    + " use \"-- migrate: autocommit\" for statements that must run outside a transaction.";
        }
        if (traits instanceof StatementTraits.SessionReset reset) {
            return reset.command() + " is refused: it would undo the settings and the lock of the migration's session."
                    + " Remove it.";
        }
        if (traits instanceof StatementTraits.AdvisoryUnlock unlock) {
            return unlock.function() + " is refused: it could release the migration lock." + " Remove it.";
        }
        if (traits instanceof StatementTraits.UnnamedConcurrentIndexBuild) {
            return "CREATE INDEX CONCURRENTLY without a name is refused: after a crash Retort could not tell which"
                    + " index it was. Give the index a name.";
        }
        return autocommit || traits.runsInTransaction()
                ? null
                : command(traits)
                        + " cannot run inside a transaction. Put the line \"-- migrate: autocommit\" before it"
                        + " (and \"-- migrate: transaction\" before the statements after it that belong in one).";
    }

    private static String command(StatementTraits traits) {
        if (traits instanceof ConcurrentIndexBuild) {
            return "CREATE INDEX CONCURRENTLY";
        }
        if (traits instanceof ConcurrentIndexDrop) {
            return "DROP INDEX CONCURRENTLY";
        }
        return traits instanceof StatementTraits.OutsideTransaction outside ? outside.command() : "The statement";
    }
}
