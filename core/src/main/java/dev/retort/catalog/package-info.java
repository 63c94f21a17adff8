/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads what a PostgreSQL database has, from 13 to 18, into the values of {@link dev.retort.schema}.
 *
 * <p>{@link dev.retort.catalog.CatalogReader} is the way in, {@link dev.retort.catalog.Scope} says what to read. A fixed
 * number of queries reads everything, whatever the number of tables; they are resources named after what they read. Types and
 * expressions are PostgreSQL's own rendering under an empty search path, so two databases of the same server version
 * compare as text. Imports {@code schema} and {@code jdbc}; whoever compares a database with something may import it.
 */
@NullMarked
package dev.retort.catalog;

import org.jspecify.annotations.NullMarked;
