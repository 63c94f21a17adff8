/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE INDEX CONCURRENTLY} with a name, taken apart so that the same index can be looked for, or built on another
 * table for comparison. Names are as the catalog has them: in lower case unless quoted, cut at 63 bytes.
 *
 * @param unique whether it says {@code UNIQUE}
 * @param ifNotExists whether it says {@code IF NOT EXISTS}
 * @param indexName the name of the index; its schema is the table's
 * @param schema the schema of the table, {@code null} where the statement leaves it to the {@code search_path}
 * @param table the table
 * @param only whether the statement says {@code ONLY}
 * @param definition what follows the table's name, as written: {@code USING ...} or the columns in parentheses
 */
public record ConcurrentIndexBuild(
        boolean unique,
        boolean ifNotExists,
        String indexName,
        @Nullable String schema,
        String table,
        boolean only,
        String definition)
        implements StatementTraits {

    @Override
    public boolean runsInTransaction() {
        return false;
    }
}
