/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.SQLException;

/**
 * Work on a connection.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface SqlWork<T> {

    /** Does the work. */
    T run() throws SQLException;
}
