/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters, run when its answer is asked for: {@code op.sql("SELECT id FROM customer WHERE name = ?")
 * .param("Ada").query(row -> row.getLong("id"))}.
 *
 * <p>It runs at once, in the transaction of the step. A revision that asks for an answer cannot be shown without a database.
 */
public interface SqlCall {

    /**
     * Gives the value of the next {@code ?}.
     *
     * @param value a text, a number, a date or time of {@code java.time}, a UUID, bytes, a list for an array
     * @return this call
     */
    SqlCall param(@Nullable Object value);

    /**
     * Runs a query and reads all its rows.
     *
     * @param mapper makes something of each row
     * @throws dev.retort.error.RetortException when it fails
     */
    <T> List<T> query(Function<Row, T> mapper);

    /**
     * Runs a query that gives at most one row.
     *
     * @param mapper makes something of the row
     * @throws dev.retort.error.RetortException when it fails, or gives more rows
     */
    <T> Optional<T> queryOptional(Function<Row, T> mapper);

    /**
     * Runs a statement.
     *
     * @return how many rows it changed
     * @throws dev.retort.error.RetortException when it fails
     */
    long update();
}
