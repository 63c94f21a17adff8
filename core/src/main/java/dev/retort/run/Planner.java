/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.jdbc.MigrationConnection;
import java.sql.SQLException;

/**
 * Decides what a request comes to. Asked twice: once to see whether there is anything to do, and again with the lock held,
 * because somebody else may have done it in between.
 */
interface Planner {

    /** {@return the operation's name in the history} */
    String operation();

    /** Decides; reads only. */
    Decision decide(Situation situation, MigrationConnection connection) throws SQLException;
}
