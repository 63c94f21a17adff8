/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Java revisions: {@link dev.retort.migration.Migration} is what a user writes, {@link dev.retort.migration.Revision} gives it
 * its place in the graph, {@link dev.retort.migration.Operations} is what its methods call. For {@code import static},
 * {@link dev.retort.migration.Definitions} and {@link dev.retort.migration.Types} describe tables, columns and types.
 *
 * <p>A revision runs on the thread of the run, in the transaction of its step, unless it says otherwise with {@link
 * dev.retort.migration.Operations#autocommit}.
 */
@NullMarked
package dev.retort.migration;

import org.jspecify.annotations.NullMarked;
