/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.value;

import dev.retort.schema.EnumType;
import java.util.List;

/**
 * The replacement of an enum type by another of the same name.
 *
 * <p>Columns get the new type one after the other. Other objects that use the old type (views, functions, indexes and
 * checks with its values) must be dropped before and created again afterwards.
 *
 * @param type the new type
 * @param uses the columns that have the type or arrays of it; of a partitioned table its own, not its partitions'
 * @since 0.1
 */
public record EnumSwap(EnumType type, List<EnumUse> uses) {

    /**
     * Copies the uses.
     *
     * @param type the new type
     * @param uses the columns that have the type or arrays of it; of a partitioned table its own, not its partitions'
     */
    public EnumSwap {
        uses = List.copyOf(uses);
    }
}
