/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * The traits of a statement that matter to a migration: whether a script may contain it, whether it runs in a transaction
 * block, and whether it builds or drops an index concurrently.
 */
public sealed interface StatementTraits
        permits StatementTraits.Ordinary,
                StatementTraits.TransactionControl,
                StatementTraits.SessionReset,
                StatementTraits.AdvisoryUnlock,
                StatementTraits.UnnamedConcurrentIndexBuild,
                StatementTraits.OutsideTransaction,
                ConcurrentIndexBuild,
                ConcurrentIndexDrop {

    /** {@return the traits of one statement, derived from its text} */
    static StatementTraits of(SqlStatement statement) {
        return new Classifier(Tokens.of(statement.text())).classify();
    }

    /**
     * {@return whether a statement is a query that writes nothing itself, derived from its text} The effects of
     * functions that it calls are unknown.
     */
    static boolean onlyReads(SqlStatement statement) {
        return new ReadCheck(Tokens.of(statement.text())).onlyReads();
    }

    /**
     * {@return the command when PL/pgSQL's {@code EXECUTE} does not run it as the server does; {@code null} when it
     * does}
     */
    static @Nullable String refusedByExecute(SqlStatement statement) {
        return new ExecuteCheck(Tokens.of(statement.text())).refused();
    }

    /** {@return whether PostgreSQL runs it inside a transaction block} */
    default boolean runsInTransaction() {
        return true;
    }

    /** A statement without anything special. */
    record Ordinary() implements StatementTraits {}

    /**
     * A statement that begins or ends a transaction or works on a savepoint.
     *
     * @param command its first words, such as {@code COMMIT}
     */
    record TransactionControl(String command) implements StatementTraits {}

    /**
     * A statement that resets the session that the migration has set up: {@code DISCARD}.
     *
     * @param command its first words
     */
    record SessionReset(String command) implements StatementTraits {}

    /**
     * A statement that calls a function which gives advisory locks back, the migration's own perhaps.
     *
     * @param function the function
     */
    record AdvisoryUnlock(String function) implements StatementTraits {}

    /** {@code CREATE INDEX CONCURRENTLY} without a name: after a crash Retort could not tell which index it was. */
    record UnnamedConcurrentIndexBuild() implements StatementTraits {
        @Override
        public boolean runsInTransaction() {
            return false;
        }
    }

    /**
     * Any other statement that PostgreSQL refuses in a transaction block.
     *
     * @param command its first words, such as {@code VACUUM}
     */
    record OutsideTransaction(String command) implements StatementTraits {
        @Override
        public boolean runsInTransaction() {
            return false;
        }
    }
}
