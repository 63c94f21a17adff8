/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation;
import dev.retort.operation.ConstraintOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.IndexOperation;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation;
import dev.retort.schema.part.Constraint.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks and indexes that are dropped only because another of the same name replaces them.
 *
 * <p>Only where nothing else can be the reason of the drop: no column, type or function changes that could require the
 * drop.
 *
 * @param replaced the drops, by the operations that make what comes in the place
 */
public record Replacements(Map<Operation, Operation> replaced) {

    public static Replacements in(List<AnnotatedOperation> upgrade, SafeSteps steps) {
        Map<Operation, Operation> replaced = new HashMap<>();
        List<Operation> operations =
                upgrade.stream().map(AnnotatedOperation::operation).toList();
        if (operations.stream().allMatch(Replacements::changesNoColumn)) {
            operations.stream()
                    .filter(steps::covers)
                    .forEach(made -> operations.stream()
                            .filter(drop -> check(drop, made) || index(drop, made))
                            .forEach(drop -> replaced.put(made, drop)));
        }
        return new Replacements(replaced);
    }

    private static boolean changesNoColumn(Operation operation) {
        return operation instanceof ConstraintOperation
                || operation instanceof IndexOperation
                || operation instanceof ObjectOperation
                || operation instanceof TableOperation
                || operation instanceof ColumnOperation.AlterColumnNullability;
    }

    private static boolean check(Operation from, Operation to) {
        return from instanceof DropConstraint drop
                && to instanceof AddConstraint add
                && drop.dropped() instanceof Check
                && add.definition() instanceof Check
                && drop.table().equals(add.table())
                && drop.name().equals(add.definition().name());
    }

    private static boolean index(Operation from, Operation to) {
        return from instanceof DropIndex drop
                && to instanceof CreateIndex create
                && drop.dropped() != null
                && create.table().equals(drop.table())
                && drop.dropped().name() != null
                && drop.dropped().name().equals(create.definition().name());
    }

    /** {@return what an operation comes in the place of; {@code null} when there is nothing} */
    @Nullable
    public Operation replacedBy(Operation made) {
        return replaced.get(made);
    }

    /** {@return whether something comes in the place of what an operation drops} */
    public boolean isReplaced(Operation drop) {
        return replaced.containsValue(drop);
    }
}
