/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.Table;
import dev.retort.schema.part.PartitionOf;
import org.jspecify.annotations.Nullable;

/** Partitioned tables and partitions. */
final class Partitions {

    private Partitions() {}

    static Table by(Table table, String key) {
        return with(table, key, null);
    }

    static Table of(Table table, PartitionOf parent) {
        return with(table, table.partitionBy(), parent);
    }

    private static Table with(Table table, @Nullable String key, @Nullable PartitionOf parent) {
        return new Table(
                table.name(),
                table.columns(),
                table.constraints(),
                table.indexes(),
                table.triggers(),
                table.policies(),
                table.options(),
                key,
                parent,
                table.inherits(),
                table.grants(),
                table.comment());
    }
}
