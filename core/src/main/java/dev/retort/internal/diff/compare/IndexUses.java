/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.TableOptionsComparison;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which of its indexes a table has for replication and for {@code CLUSTER}: set when these are built, and again when they are
 * built again.
 */
final class IndexUses {

    private final DiffSteps steps;

    IndexUses(DiffSteps steps) {
        this.steps = steps;
    }

    /** Compares, after the steps of the indexes and constraints. */
    void compare(Table from, Table to) {
        Predicate<String> isBuilt = name -> keys(to, name).anyMatch(steps::builds);
        List<ObjectKey> needs =
                TableOptionsComparison.names(to).flatMap(name -> keys(to, name)).toList();
        steps.add(Rank.REPLICA_IDENTITY, to.key(), TableOptionsComparison.ofIndexes(from, to, isBuilt), needs);
    }

    private static Stream<ObjectKey> keys(Table table, String index) {
        return Stream.of(
                ObjectKey.of(ObjectKind.INDEX, table.name().sibling(index)),
                ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), index));
    }
}
