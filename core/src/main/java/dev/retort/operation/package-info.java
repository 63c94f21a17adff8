/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A change of a database as an object: found by a comparison, written as source text, or executed.
 *
 * <p>{@link dev.retort.operation.Operation} has a record for each change, in groups that a visitor goes through.
 * {@link dev.retort.operation.Operation#reverse()} gives the change that takes it back; for that an operation that drops or
 * alters carries what was there before, which it may leave out when a person writes it. {@link
 * dev.retort.operation.Reversal} reverses lists. Conventions of all records: names are unquoted, expressions are SQL; {@code
 * from} is what was there before and {@code null} when nobody said it. Pure; may import {@code schema}; everybody above may
 * import it.
 */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
