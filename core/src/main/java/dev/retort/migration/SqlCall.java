/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its parameters, run when its answer is asked for: {@code op.sql("SELECT id FROM customer WHERE name = ?")
 * .param("Ada").query(row -> row.getLong("id"))}.
 *
 * <p>It runs at once, in the transaction of the step. A revision that asks for an answer cannot be shown without a database.
 *
 * @since 0.1
 */
public interface SqlCall {

    /**
     * Gives the value of the next {@code ?}.
     *
     * <p>Values are kept out of logs, errors and the database's books.
     *
     * @param value a text, a number, a truth value, a date or time of {@code java.time}, a UUID, {@code byte[]}; for an array, a
     *     list or an array of such, whose elements are of one type; where none of them tells a type, the statement does
     * @return this call
     * @throws dev.retort.error.RetortException when it is something else: give a text then, and cast it: {@code ?::jsonb}
     */
    SqlCall param(@Nullable Object value);

    /**
     * Runs a query and reads all its rows.
     *
     * <p>A query that only reads is sent whenever the code runs. One that writes ({@code INSERT ... RETURNING}) runs once: when it
     * was committed by an earlier run of the code, the rows that it answered then are read again. They are kept as texts until the
     * revision is done, at most 1 MiB of them, so that {@link Row#get} makes of them only texts, numbers, truth values, UUIDs,
     * bytes, dates and times. A function that writes cannot be told from one that reads: call it with {@link #update} or
     * {@link Operations#execute(String)}.
     *
     * @param <T> what the mapper makes of a row
     * @param mapper makes something of each row
     * @return what the mapper returned, in the order of the rows; empty when there are none
     * @throws dev.retort.error.RetortException when it fails
     */
    <T> List<T> query(Function<Row, T> mapper);

    /**
     * Runs a query that only reads and gives its rows one after the other, reading 1,000 at a time: for answers that do not fit
     * into memory, as those of {@link #query} have to. It runs in the transaction of the step, not inside
     * {@link Operations#autocommit}; the action may run other statements of the step, and may not leave the transaction.
     *
     * @param action is called with each row
     * @throws dev.retort.error.RetortException when it fails, writes, or runs outside of the transaction
     */
    void forEach(Consumer<Row> action);

    /**
     * Runs a query that gives at most one row; what {@link #query} says of those that write holds here too.
     *
     * @param <T> what the mapper makes of the row
     * @param mapper makes something of the row
     * @return what the mapper returned; empty when there is no row
     * @throws dev.retort.error.RetortException when it fails, or gives more rows
     */
    <T> Optional<T> queryOptional(Function<Row, T> mapper);

    /**
     * Runs a statement, once: when an earlier run of the code committed it, it is not run again, and the number is that of then.
     *
     * @return how many rows it changed; of a statement that answers with rows, how many these are
     * @throws dev.retort.error.RetortException when it fails
     */
    long update();
}
