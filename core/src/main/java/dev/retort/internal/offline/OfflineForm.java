/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.UnwritableStatementException;

/** The form of a script for the client that runs it. */
interface OfflineForm {

    /** {@return whether each transaction of the script checks for itself that it may run} */
    boolean guardsEachTransaction();

    /** {@return what comes before everything else} */
    String opening(String title);

    /** {@return what checks where the database is, and then creates what is missing} */
    String preparation(String check, String missing);

    /**
     * {@return a transaction}
     *
     * @param guard the statement that stops it where it must not run
     * @param statements its statements, each with what ends it
     */
    String transaction(String guard, String statements);

    /** {@return the statements that give the session all settings of a run} */
    String session();

    /** {@return the statements that take the session's own role} */
    String self();

    /**
     * {@return a statement of a revision with its data and what ends it}
     *
     * @throws UnwritableStatementException when a client would run something else than the server does in a run
     */
    String statement(SqlStatement statement);

    /** {@return what ends the script} */
    String closing();
}
