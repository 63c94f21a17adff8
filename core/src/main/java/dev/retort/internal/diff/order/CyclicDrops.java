/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tables that refer to each other and are all dropped: PostgreSQL requires that their foreign keys are dropped first. */
final class CyclicDrops {

    private CyclicDrops() {}

    /** {@return the drops with those of foreign keys where they are needed} */
    static List<DiffStep> opened(List<DiffStep> drops) {
        List<DiffStep> keys = new ArrayList<>();
        List<DiffStep> opened = new ArrayList<>();
        Set<QualifiedName> dropped = new HashSet<>();
        for (DiffStep step : drops) {
            Set<ForeignKey> cyclic = new HashSet<>();
            for (Table table : tables(step)) {
                cyclic.addAll(keysToDroppedTables(table, dropped));
                dropped.add(table.name());
            }
            cyclic.forEach(key -> keys.add(drop(step, key)));
            opened.add(cyclic.isEmpty() ? step : without(step, cyclic));
        }
        keys.sort(null);
        keys.addAll(opened);
        return keys;
    }

    private static List<Table> tables(DiffStep step) {
        List<Table> tables = new ArrayList<>();
        for (AnnotatedOperation change : step.changes()) {
            if (change.operation() instanceof DropTable drop && drop.dropped() != null) {
                tables.add(drop.dropped());
            }
        }
        return tables;
    }

    private static List<ForeignKey> keysToDroppedTables(Table table, Set<QualifiedName> dropped) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && dropped.contains(key.referenced())) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static DiffStep drop(DiffStep step, ForeignKey key) {
        return new DiffStep(
                step.rank(),
                step.key(),
                List.of(AnnotatedOperation.of(DropConstraint.of(step.key().name(), key))));
    }

    private static DiffStep without(DiffStep step, Set<ForeignKey> keys) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (AnnotatedOperation change : step.changes()) {
            changes.add(new AnnotatedOperation(without(change.operation(), keys), change.notes()));
        }
        return new DiffStep(step.rank(), step.key(), changes);
    }

    private static Operation without(Operation operation, Set<ForeignKey> keys) {
        if (!(operation instanceof DropTable drop) || drop.dropped() == null) {
            return operation;
        }
        Table table = drop.dropped();
        return DropTable.of(table.withConstraints(table.constraints().stream()
                .filter(constraint -> !keys.contains(constraint))
                .toList()));
    }
}
