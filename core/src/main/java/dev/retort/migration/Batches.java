/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.name.QualifiedName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of many rows in batches, each in a separate transaction, so that no lock is held for long and finished
 * batches stay committed: {@code batches("customer", "id").update("email = lower(email)").where("email IS NOT NULL")}.
 *
 * <p>Immutable: each method returns a new definition.
 *
 * @param table the table whose rows change
 * @param key the columns whose order the batches follow, preferably the primary key: they must be {@code NOT NULL}, the
 *     change must not set them, and an index should have them; rows with the same key are in the same batch
 * @param assignments what an {@code UPDATE} sets, as SQL; {@code null} to delete the rows
 * @param condition which rows, as SQL; {@code null} for all
 * @param size how many keys the first batch spans
 * @param targetTime how long a batch should take: later batches span more keys or fewer accordingly
 * @since 0.1
 */
public record Batches(
        QualifiedName table,
        List<String> key,
        @Nullable String assignments,
        @Nullable String condition,
        int size,
        Duration targetTime) {

    private static final int FIRST_SIZE = 1000;
    private static final Duration TARGET_TIME = Duration.ofMillis(500);

    /**
     * Copies the key; refuses an empty key.
     *
     * @param table the table whose rows change
     * @param key the columns whose order the batches follow, preferably the primary key: they must be {@code NOT NULL},
     *     the change must not set them, and an index should have them; rows with the same key are in the same batch
     * @param assignments what an {@code UPDATE} sets, as SQL; {@code null} to delete the rows
     * @param condition which rows, as SQL; {@code null} for all
     * @param size how many keys the first batch spans
     * @param targetTime how long a batch should take: later batches span more keys or fewer accordingly
     */
    public Batches {
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("Batches of " + table + " need the columns of a key");
        }
        if (size < 1) {
            throw new IllegalArgumentException("A batch of " + table + " needs at least one key, not " + size);
        }
        if (targetTime.isNegative() || targetTime.isZero()) {
            throw new IllegalArgumentException("The time of a batch must be more than " + targetTime);
        }
    }

    /**
     * Batches without their change.
     *
     * @param table the table
     * @param key the columns of the key
     */
    public record Keyed(QualifiedName table, List<String> key) {

        /**
         * Copies the key.
         *
         * @param table the table
         * @param key the columns of the key
         */
        public Keyed {
            key = List.copyOf(key);
        }

        /**
         * Changes the rows.
         *
         * @param assignments what is set, as SQL without {@code SET}
         * @return another definition with this change; this one stays as it is
         */
        public Batches update(String assignments) {
            return new Batches(table, key, assignments, null, FIRST_SIZE, TARGET_TIME);
        }

        /** {@return batches that delete the rows} */
        public Batches delete() {
            return new Batches(table, key, null, null, FIRST_SIZE, TARGET_TIME);
        }
    }

    /**
     * Restricts the change to some rows.
     *
     * @param other which rows change, as SQL
     * @return another definition with this change; this one stays as it is
     */
    public Batches where(String other) {
        return new Batches(table, key, assignments, other, size, targetTime);
    }

    /**
     * Sets how many keys the first batch spans; default 1,000.
     *
     * @param other at least 1
     * @return another definition with this change; this one stays as it is
     */
    public Batches size(int other) {
        return new Batches(table, key, assignments, condition, other, targetTime);
    }

    /**
     * Sets how long a batch should take; default half a second.
     *
     * @param other more than zero
     * @return another definition with this change; this one stays as it is
     */
    public Batches targetTime(Duration other) {
        return new Batches(table, key, assignments, condition, size, other);
    }
}
