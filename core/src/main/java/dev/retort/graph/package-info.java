/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The revision graph: ids, parents, dependencies, labels, targets, and the plans up and down with the version rows
 * after each step. The semantics are Alembic's, recorded cases of which are replayed in the tests. Pure: knows neither
 * files nor databases, may import only {@code error}.
 *
 * <p>{@link dev.retort.graph.RevisionGraph} is the entry point. Behind it {@code GraphLoader} checks the revisions and
 * numbers them ({@code Nodes}, {@code Edges}), {@code Target} and {@code TargetNames} parse and resolve targets,
 * {@code Upgrades}, {@code Downgrades}, {@code Stamps} and {@code Histories} answer, and {@code Steps} follows the
 * version rows.
 */
@NullMarked
package dev.retort.graph;

import org.jspecify.annotations.NullMarked;
