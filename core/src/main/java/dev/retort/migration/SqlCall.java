/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters: {@code op.sql("SELECT id FROM customer WHERE name = ?")
 * .param("Ada").query(row -> row.getLong("id"))}.
 *
 * <p>It runs when its result is read, in the transaction of the step. A revision that reads a result cannot be shown
 * without a database. Like the {@link Operations} it comes from it is valid on their thread and during their call only.
 *
 * @since 0.1
 */
public interface SqlCall {

    /**
     * Sets the value of the next {@code ?}.
     *
     * <p>Values do not appear in logs, errors and the history.
     *
     * @param value a string, a number, a boolean, a date or time of {@code java.time}, a UUID, {@code byte[]}; for an
     *     array, a list or an array of these with elements of one type; if no element has a type, the statement decides
     *     it
     * @return this call
     * @throws dev.retort.error.RetortException for another type: pass a string and cast it: {@code ?::jsonb}
     */
    SqlCall param(@Nullable Object value);

    /**
     * Runs a query and reads all its rows.
     *
     * <p>A query that only reads runs whenever the code runs. One that writes ({@code INSERT ... RETURNING}) runs once:
     * if an earlier run of the code committed it, Retort reads the stored rows of that run. Retort stores them as text
     * until the revision is done, at most 1 MiB, so {@link Row#get} converts them only to strings, numbers, booleans,
     * UUIDs, bytes, dates and times. Retort cannot see whether a function writes: call one that writes with
     * {@link #update} or {@link Operations#execute(String)}.
     *
     * @param <T> what the mapper makes of a row
     * @param mapper maps each row
     * @return what the mapper returned, in the order of the rows; empty when there are none
     * @throws dev.retort.error.RetortException when it fails
     */
    <T> List<T> query(Function<Row, T> mapper);

    /**
     * Runs a query that only reads and passes its rows one after the other, reading 1,000 at a time: for results that
     * do not fit into memory. It runs in the transaction of the step, not inside {@link Operations#autocommit}; the
     * action may run other statements of the step, and may not leave the transaction.
     *
     * @param action is called with each row
     * @throws dev.retort.error.RetortException when it fails, writes, or runs outside of the transaction
     */
    void forEach(Consumer<Row> action);

    /**
     * Runs a query that returns at most one row; {@link #query} describes queries that write.
     *
     * @param <T> what the mapper makes of the row
     * @param mapper maps the row
     * @return what the mapper returned; empty when there is no row
     * @throws dev.retort.error.RetortException when it fails, or returns more rows
     */
    <T> Optional<T> queryOptional(Function<Row, T> mapper);

    /**
     * Runs a statement once: if an earlier run of the code committed it, it does not run again, and the number is that
     * of the earlier run.
     *
     * @return the number of rows that it changed, or that it returned
     * @throws dev.retort.error.RetortException when it fails
     */
    long update();
}
