/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits plain SQL into statements, as psql does. */
public final class StatementSplitter {

    private StatementSplitter() {}

    /**
     * Splits a text.
     *
     * @param sql the text, line ends as LF
     * @param firstLine the number of its first line
     * @return the statements in order, without empty ones
     * @throws SqlSyntaxException when something is left open, or is for psql alone
     */
    public static List<SqlStatement> split(String sql, int firstLine) {
        List<SqlStatement> statements = new ArrayList<>();
        SqlScanner scanner = SqlScanner.ofStatements(sql, firstLine);
        for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
            if (item instanceof SqlItem.Statement found) {
                statements.add(found.statement());
            }
        }
        return statements;
    }
}
