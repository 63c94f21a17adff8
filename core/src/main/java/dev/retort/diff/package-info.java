/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Two schemas become the operations that make one of the other.
 *
 * <p>{@link dev.retort.diff.SchemaDiff} is the entrance, {@link dev.retort.diff.Difference} what comes out: operations up and
 * down in an order that PostgreSQL accepts, each with what a person should know of it. First the target is settled ({@link
 * dev.retort.diff.Target}): what the model states, what it does not know and leaves alone, what PostgreSQL cannot change. Then
 * one unit for each kind of thing compares, and {@link dev.retort.diff.Steps} puts their steps in order: what stands in the way
 * is taken down, what is wanted is made, what is left over is dropped. Everything is found by key in hash maps, so that the
 * time grows with the size of the schemas.
 *
 * <p>{@link dev.retort.diff.DifferenceCustomizer} is for users: it rewrites what came out.
 *
 * <p>Pure: it never sees a connection. May import {@code schema}, {@code operation}, and of {@code sql} the quoting, because a
 * {@code USING} clause names a column; conductors and the facade may import it.
 */
@NullMarked
package dev.retort.diff;

import org.jspecify.annotations.NullMarked;
