/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The revision graph: ids, parents, dependencies, labels, targets, and the plans up and down with the version rows after
 * each step. The semantics are Alembic's. Pure: knows neither files nor databases, may import only {@code error}.
 */
@NullMarked
package dev.retort.graph;

import org.jspecify.annotations.NullMarked;
