/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * An element of a new table: a column, a constraint or the partition key.
 *
 * @since 0.1
 */
public sealed interface TableElement permits ColumnDefinition, ConstraintDefinition, PartitionDefinition {}
