/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * How a new table is partitioned.
 *
 * @param by the key as SQL, such as {@code RANGE (created_at)}
 * @since 0.1
 */
public record PartitionDefinition(String by) implements TableElement {}
