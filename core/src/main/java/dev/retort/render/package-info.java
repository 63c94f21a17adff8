/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Operations as text: {@link dev.retort.render.SqlRenderer} writes the SQL that a version of PostgreSQL takes, as somebody
 * would write it by hand. Pure; may import {@code operation}, {@code schema} and {@code sql}; the script room, the run and the
 * facade import it.
 *
 * <p>One class for each group of operations, and one for each thing that several of them write: a column, a constraint, an
 * index, privileges.
 */
@NullMarked
package dev.retort.render;

import org.jspecify.annotations.NullMarked;
