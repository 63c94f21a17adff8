/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Why Retort does not use one of its tables.
 *
 * @param name the table, with its schema
 * @param reason what could run code of another role, as the end of a sentence
 * @param remedy the statement that removes it
 */
public record UnsafeTable(String name, String reason, String remedy) {

    static UnsafeTable read(ResultSet row) throws SQLException {
        return new UnsafeTable(row.getString(1), row.getString(2), row.getString(3));
    }
}
