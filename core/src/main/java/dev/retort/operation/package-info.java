/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A change of a database as an object: found by a comparison, written as source text, or executed.
 *
 * <p>{@link dev.retort.operation.Operation} has a record for each change, in groups that a visitor goes through.
 * {@link dev.retort.operation.Operation#reverse()} returns the reversal; for that an operation that drops or alters has
 * the previous definition, which a user who writes it can omit. {@link dev.retort.operation.Reversal} reverses lists.
 * Conventions of all records: names are unquoted, expressions are SQL; {@code from} is the previous value and
 * {@code null} if not given. Pure; imports only {@code schema}.
 */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
