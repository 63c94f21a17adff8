/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.value;

import dev.retort.schema.EnumType;
import java.util.List;

/**
 * What it takes to put an enum type in the place of another of the same name.
 *
 * <p>Columns are given the new type one after the other. What else speaks of the old type (views, functions, indexes and checks
 * with values of it) has to be dropped before and made again afterwards.
 *
 * @param type the type to put there
 * @param uses the columns that have the type or arrays of it; of a partitioned table its own, not its partitions'
 * @since 0.1
 */
public record EnumSwap(EnumType type, List<EnumUse> uses) {

    /**
     * Copies the uses.
     *
     * @param type the type to put there
     * @param uses the columns that have the type or arrays of it; of a partitioned table its own, not its partitions'
     */
    public EnumSwap {
        uses = List.copyOf(uses);
    }
}
