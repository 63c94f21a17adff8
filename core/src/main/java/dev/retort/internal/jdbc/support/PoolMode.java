/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import java.sql.SQLException;
import java.util.stream.Stream;

/** When a pooler gives the server session of one client to another (pgbouncer: {@code pool_mode}). */
public enum PoolMode {
    /** When the client disconnects: until then the session is the client's own. */
    SESSION,
    /** After each transaction. */
    TRANSACTION,
    /** After each statement. */
    STATEMENT;

    /**
     * Names the pooler that refused a transaction: it disconnects the client, whose next error would say nothing of it.
     *
     * @param failure what followed
     * @throws UnsupportedDatabaseException when a pooler in statement mode is behind it
     */
    public static void requireTransactions(SQLException failure) {
        for (SQLException error = failure; error != null; error = error.getNextException()) {
            if (isAboutPooling(error) || Stream.of(error.getSuppressed()).anyMatch(PoolMode::isAboutPooling)) {
                throw UnsupportedDatabaseException.pooler(STATEMENT, "The pooler refused to begin a transaction.");
            }
        }
    }

    private static boolean isAboutPooling(Throwable error) {
        return String.valueOf(error.getMessage()).contains("statement pooling");
    }
}
