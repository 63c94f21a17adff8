/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * The partitioning of a new table.
 *
 * @param by the key as SQL, such as {@code RANGE (created_at)}
 * @since 0.1
 */
public record PartitionDefinition(String by) implements TableElement {}
