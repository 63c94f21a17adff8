/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import java.util.List;

/**
 * An index as {@code pg_index} describes it.
 *
 * @param table the OID of its table
 * @param unique whether it keeps out duplicates
 * @param valid whether it was built to its end
 * @param columns the numbers of its key columns; 0 for an expression
 * @param definition the statement that creates it
 */
public record IndexFacts(long table, boolean unique, boolean valid, List<Integer> columns, String definition) {

    /** Copies the list. */
    public IndexFacts {
        columns = List.copyOf(columns);
    }
}
