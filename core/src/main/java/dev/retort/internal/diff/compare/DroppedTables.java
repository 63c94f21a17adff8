/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.CircularDependencies;
import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.PartsOverRows;
import dev.retort.internal.diff.model.TablesDroppedFirst;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.InheritanceOperation.DetachPartition;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.PartitionOf;
import java.util.List;
import java.util.function.Predicate;

/** Drops tables at the end of a script, and before what of them cannot wait. */
final class DroppedTables {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;
    private final Parts parts;
    private final CircularDependencies cycles;
    private final TablesDroppedFirst first;

    /** The comparisons of the parts of tables. */
    record Parts(
            ConstraintComparison constraints,
            IndexComparison indexes,
            TriggerComparison triggers,
            PolicyComparison policies) {}

    DroppedTables(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps, Parts parts) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
        this.parts = parts;
        this.cycles = new CircularDependencies(sides.from());
        this.first = new TablesDroppedFirst(sides.from(), sides.to());
    }

    /**
     * Drops a table.
     *
     * @param whole the table
     * @param isAhead which of its foreign keys cannot wait
     */
    void drop(Table whole, Predicate<Constraint> isAhead) {
        List<Constraint> ahead = whole.constraints().stream().filter(isAhead).toList();
        ahead.forEach(constraint -> parts.constraints.drop(whole.name(), constraint));
        Table from = whole.withConstraints(whole.constraints().stream()
                .filter(constraint -> !ahead.contains(constraint))
                .toList());
        dropParts(from);
        detach(from);
        Table dropped = NewTable.shortened(from, sides.from(), sides.to());
        steps.add(
                first.contains(from) ? Rank.REPLACE_TABLE : Rank.DROP_TABLE,
                from.key(),
                AnnotatedOperation.of(DropTable.of(dropped), Notes.tableIsLost(from.name())));
    }

    private void dropParts(Table from) {
        from.triggers().stream()
                .filter(trigger -> isDroppedFirst(TriggerComparison.key(from.name(), trigger)))
                .forEach(trigger -> parts.triggers.drop(from.name(), trigger));
        from.policies().stream()
                .filter(policy -> isDroppedFirst(PolicyComparison.key(from.name(), policy)))
                .forEach(policy -> parts.policies.drop(from.name(), policy));
        PartsOverRows overRows = new PartsOverRows(sides.from(), from);
        parts.constraints.dropAhead(from, overRows);
        parts.indexes.dropAhead(from, overRows);
        from.columns().forEach(column -> dropValue(from, column));
    }

    private void dropValue(Table from, Column column) {
        ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, from.name(), column.name());
        if (isDroppedFirst(key)) {
            dropDefault(from, column);
        }
        if (recreated.contains(key) && ColumnChanges.generation(column) != null) {
            steps.add(Rank.REPLACE_COLUMN, key, AnnotatedOperation.of(DropColumn.of(from.name(), column)));
        }
    }

    private boolean isDroppedFirst(ObjectKey part) {
        return recreated.contains(part) || cycles.includes(part);
    }

    /** The default of a dropped column that calls a function which needs the column: neither can be dropped before it. */
    void dropCircularDefault(Table table, Column column) {
        if (cycles.includes(ObjectKey.of(ObjectKind.COLUMN, table.name(), column.name()))) {
            dropDefault(table, column);
        }
    }

    /** A default that calls a function that is dropped before. */
    void dropDefault(Table table, Column column) {
        if (column.value() instanceof ColumnValue.Default) {
            steps.add(
                    Rank.DROP_DEFAULT,
                    ObjectKey.of(ObjectKind.COLUMN, table.name(), column.name()),
                    AnnotatedOperation.of(
                            new AlterColumnValue(table.name(), column.name(), column.value(), ColumnValue.NONE)));
        }
    }

    /** A partition is dropped at the end; a new one may be for rows of its bound. */
    private void detach(Table from) {
        PartitionOf partition = from.partitionOf();
        if (partition != null && sides.to().table(partition.parent()) != null && getsPartitions(partition)) {
            steps.add(
                    Rank.REPLACE_COLUMN,
                    from.key(),
                    AnnotatedOperation.of(
                            new DetachPartition(from.name(), partition.parent(), partition.bound(), false)));
        }
    }

    private boolean getsPartitions(PartitionOf partition) {
        return sides.to().schema().tables().stream()
                .filter(table -> sides.from().table(table.name()) == null)
                .map(Table::partitionOf)
                .anyMatch(other -> other != null && other.parent().equals(partition.parent()));
    }
}
