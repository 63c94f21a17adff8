/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import static dev.retort.migration.Definitions.name;

import dev.retort.operation.InheritanceOperation.AttachPartition;
import dev.retort.operation.InheritanceOperation.DetachPartition;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.schema.part.PartitionOf;

/**
 * The operations on partitions: a part of {@link Operations}, with its rules for threads, transactions and failures.
 *
 * @since 0.1
 */
public interface PartitionOperations {

    /**
     * Runs an operation.
     *
     * @param operation the operation
     */
    void apply(Operation operation);

    /**
     * Creates a partition.
     *
     * <pre>{@code op.createPartition("event_2026", "event", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");}</pre>
     *
     * @param partition its name
     * @param parent the partitioned table
     * @param bound the bound, as SQL: {@code FOR VALUES FROM (1) TO (10)}, {@code DEFAULT}
     */
    default void createPartition(String partition, String parent, String bound) {
        PartitionOf of = new PartitionOf(name(parent), Names.present(bound, "The bound of a partition"));
        apply(CreateTable.of(Definitions.table(partition).withPartitionOf(of)));
    }

    /**
     * Attaches a table as a partition.
     *
     * <pre>{@code op.attachPartition("event_2026", "event", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");}</pre>
     *
     * @param partition the table
     * @param parent the partitioned table
     * @param bound the bound, as SQL: {@code FOR VALUES FROM (1) TO (10)}, {@code DEFAULT}
     */
    default void attachPartition(String partition, String parent, String bound) {
        PartitionOf of = new PartitionOf(name(parent), Names.present(bound, "The bound of a partition"));
        apply(new AttachPartition(name(partition), of, false));
    }

    /**
     * Detaches a partition, with its bound for the reversal.
     *
     * <pre>{@code op.detachPartition("event_2026", "event", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");}</pre>
     *
     * @param partition the partition
     * @param parent the partitioned table
     * @param bound the bound, as SQL: {@code FOR VALUES FROM (1) TO (10)}, {@code DEFAULT}
     */
    default void detachPartition(String partition, String parent, String bound) {
        apply(new DetachPartition(
                name(partition), name(parent), Names.present(bound, "The bound of a partition"), false));
    }
}
