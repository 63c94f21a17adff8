/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.SqlStatement;
import java.util.List;

/**
 * Statements that run in one transaction, or each on its own.
 *
 * @param autocommit whether the statements run outside a transaction ({@code -- migrate: autocommit})
 * @param statements the statements in order
 */
public record ScriptPart(boolean autocommit, List<SqlStatement> statements) {

    /** Copies the statements. */
    public ScriptPart {
        statements = List.copyOf(statements);
    }
}
