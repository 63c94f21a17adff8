/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import org.jspecify.annotations.Nullable;

/**
 * {@code DROP INDEX CONCURRENTLY} of one index. Names are as the catalog has them.
 *
 * @param schema the schema, {@code null} where the statement leaves it to the {@code search_path}
 * @param indexName the name of the index
 * @param ifExists whether it says {@code IF EXISTS}
 */
public record ConcurrentIndexDrop(@Nullable String schema, String indexName, boolean ifExists)
        implements StatementTraits {

    @Override
    public boolean runsInTransaction() {
        return false;
    }
}
