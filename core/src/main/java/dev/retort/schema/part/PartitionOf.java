/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import dev.retort.schema.name.QualifiedName;

/**
 * The parent and the bound of a partition.
 *
 * @param parent the partitioned table
 * @param bound the bound as SQL: {@code FOR VALUES FROM ... TO ...}, {@code FOR VALUES IN ...}, {@code DEFAULT}, ...
 * @since 0.1
 */
public record PartitionOf(QualifiedName parent, String bound) {}
