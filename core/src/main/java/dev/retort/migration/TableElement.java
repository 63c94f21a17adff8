/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * What a new table consists of: its columns and its constraints, and how it is partitioned.
 *
 * @since 0.1
 */
public sealed interface TableElement permits ColumnDefinition, ConstraintDefinition, PartitionDefinition {}
