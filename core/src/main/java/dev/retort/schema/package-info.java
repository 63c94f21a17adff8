/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The objects of a PostgreSQL schema as immutable values: read from a catalog, compared with another, or written by
 * hand in a Java revision.
 *
 * <p>{@link dev.retort.schema.DatabaseSchema} is the whole; {@link dev.retort.schema.Table} and its columns,
 * constraints and indexes are most of it. Identity is not equality: {@code key()} pairs an object with its counterpart
 * in another schema, the record's {@code equals} says whether it changed. Types and expressions are text: PostgreSQL's
 * own rendering where they were read from a catalog, whatever PostgreSQL accepts where they were written by hand. Pure;
 * every package may import it, and it imports none.
 */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
