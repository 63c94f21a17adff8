/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.compare.DroppedTables.Parts;
import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ColumnInheritance;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.model.PartsOverRows;
import dev.retort.internal.diff.model.TableOptionsComparison;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.internal.diff.rename.RenameHints;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares tables, and lets their columns, constraints, indexes, triggers and policies be compared. */
public final class TableComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;
    private final RenameHints hints;
    private final InheritedColumns inherited;
    private final ColumnInheritance inheritance;
    private final ColumnComparison columns;
    private final ConstraintComparison constraints;
    private final IndexComparison indexes;
    private final AttachedIndexes attached;
    private final TriggerComparison triggers;
    private final PartitionTriggers partitions;
    private final PolicyComparison policies;
    private final DroppedTables dropped;

    public TableComparison(
            ComparedSchemas sides,
            RecreatedObjects recreated,
            DiffSteps steps,
            IdentityAndSerialComparison identityAndSerial,
            RenameHints hints) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
        this.hints = hints;
        this.inherited = new InheritedColumns(sides, recreated);
        this.inheritance = new ColumnInheritance(sides);
        this.columns = new ColumnComparison(sides, recreated, identityAndSerial);
        this.attached = new AttachedIndexes(sides, recreated, steps);
        this.constraints = new ConstraintComparison(sides, recreated, steps, attached);
        this.indexes = new IndexComparison(sides, recreated, steps, attached);
        this.triggers = new TriggerComparison(recreated, steps);
        this.partitions = new PartitionTriggers(sides, triggers, steps);
        this.policies = new PolicyComparison(recreated, steps);
        this.dropped = new DroppedTables(sides, recreated, steps, new Parts(constraints, indexes, triggers, policies));
    }

    public void compare() {
        for (Table from : sides.from().schema().tables()) {
            Table to = sides.to().table(from.name());
            if (to != null) {
                compare(from, to);
                if (from.partitionOf() != null && to.partitionOf() != null) {
                    partitions.compare(from, to);
                }
            }
        }
        for (Table to : sides.to().schema().tables()) {
            if (sides.from().table(to.name()) == null) {
                create(to);
            }
        }
        foreignKeysAndDroppedTables();
        for (Table to : sides.to().schema().tables()) {
            attached.compare(to);
            Table from = sides.from().table(to.name());
            indexes.compareUses(from == null ? bare(to) : from, to);
        }
    }

    /** A foreign key cannot stay without the key that it uses. */
    private void foreignKeysAndDroppedTables() {
        ForeignKeyRecreation foreignKeys =
                new ForeignKeyRecreation(sides, recreated, steps.droppedConstraintsAndIndexes());
        for (Table from : sides.from().schema().tables()) {
            Table to = sides.to().table(from.name());
            if (to == null) {
                dropped.drop(from, constraint -> foreignKeys.isDroppedFirst(from.name(), constraint));
            } else {
                constraints.compareForeignKeys(from, to, foreignKeys);
            }
        }
    }

    private Table bare(Table to) {
        return TableOptionsComparison.withoutLaterIndexes(
                new PartsOverRows(sides.to(), to).without(NewTable.bare(to, sides.to(), sides.from())));
    }

    private void create(Table to) {
        PartsOverRows overRows = new PartsOverRows(sides.to(), to);
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.add(new AnnotatedOperation(CreateTable.of(bare(to)), hints.ofTable(to)));
        changes.addAll(inherited.ofNew(to));
        steps.add(Rank.TABLE, to.key(), changes);
        Table own = NewTable.shortened(to, sides.to(), sides.from());
        own.indexes().stream().filter(overRows::has).forEach(index -> indexes.create(to.name(), index));
        own.constraints().stream()
                .filter(constraint -> NewTable.isLate(to, constraint) || overRows.has(constraint))
                .forEach(constraint -> constraints.add(to.name(), constraint));
        triggers.compare(to.name(), List.of(), to.triggers());
        partitions.ofNew(to);
        to.policies().forEach(policy -> policies.create(to.name(), policy));
    }

    private void compare(Table from, Table to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (Column column : to.columns()) {
            Column before = from.column(column.name()).orElse(null);
            if (before != null && !recreated.isReplaced(to.name(), column.name())) {
                boolean joined = inheritance.isJoined(from, to, column.name());
                boolean inherits = ColumnInheritance.inherits(to, column.name(), sides.to()) && !joined;
                if (recreated.contains(ObjectKey.of(ObjectKind.COLUMN, to.name(), before.name()))) {
                    dropped.dropDefault(to, before);
                }
                dropExpression(to, before, column, inherits);
                if (joined) {
                    steps.add(Rank.TABLE, key(to, column), columns.changes(to, before, column, false));
                    continue;
                }
                Column left = inheritance.kept(from, to, inherited.afterParents(to, before));
                changes.addAll(columns.changes(to, left, column, inherits));
                changes.addAll(inheritance.ownNotNull(from, to, before));
                changes.addAll(inherited.changes(from, to, column.name()));
            } else if (before != null && KeptValues.of(before, column)) {
                boolean inherits = ColumnInheritance.inherits(to, column.name(), sides.to());
                changes.addAll(columns.changes(to, KeptValues.plain(before), column, inherits));
            }
        }
        changes.addAll(added(from, to));
        changes.addAll(addedAbove(from, to));
        changes.addAll(TableOptionsComparison.changes(from, to));
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        steps.add(Rank.TABLE, to.key(), changes, inheritance.joinedBelow(to));
        goneColumns(from, to);
        parts(from, to);
    }

    /** A column that is no longer generated keeps its values, even if the columns of its expression are dropped. */
    private void dropExpression(Table table, Column from, Column to, boolean inherits) {
        if (ColumnChanges.losesItsExpression(from, to) && !inherits) {
            ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, table.name(), from.name());
            steps.add(
                    Rank.DROP_DEFAULT,
                    key,
                    AnnotatedOperation.of(
                            new AlterColumnValue(table.name(), from.name(), from.value(), ColumnValue.NONE)));
        }
    }

    private List<AnnotatedOperation> added(Table from, Table to) {
        List<AnnotatedOperation> plain = new ArrayList<>();
        List<AnnotatedOperation> generated = new ArrayList<>();
        for (Column column : to.columns()) {
            boolean isNew = from.column(column.name()).isEmpty();
            boolean isRecreated = recreated.isReplaced(to.name(), column.name())
                    && !from.column(column.name())
                            .filter(before -> KeptValues.of(before, column))
                            .isPresent();
            if ((isNew || isRecreated) && !ColumnInheritance.inherits(to, column.name(), sides.to())) {
                List<String> notes = isRecreated ? List.of() : notes(from, to, column);
                Column shortened = NewTable.shortened(to, column, sides.to(), sides.from());
                List<AnnotatedOperation> some = ColumnChanges.generation(column) == null ? plain : generated;
                for (Operation operation : inheritance.adding(to, shortened)) {
                    some.add(new AnnotatedOperation(operation, operation instanceof AddColumn ? notes : List.of()));
                }
            }
        }
        plain.addAll(generated);
        return plain;
    }

    /** Values of a child for the columns that its parents get. */
    private List<AnnotatedOperation> addedAbove(Table from, Table to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (Column column : to.columns()) {
            Column added = from.column(column.name()).isPresent() ? null : inherited.added(to, column.name());
            if (added != null) {
                changes.addAll(columns.changes(to, added, column, true));
                changes.addAll(inherited.changes(from, to, column.name()));
            }
        }
        return changes;
    }

    private List<String> notes(Table from, Table to, Column column) {
        List<String> notes = new ArrayList<>(hints.ofColumn(from, to, column));
        boolean empty = column.value().equals(ColumnValue.NONE);
        if (column.isNotNull() && empty) {
            notes.add(Notes.newColumnNeedsValue(to.name()));
        }
        return notes;
    }

    private void goneColumns(Table from, Table to) {
        for (Column column : from.columns()) {
            ObjectKey key = key(to, column);
            Column wanted = to.column(column.name()).orElse(null);
            List<ObjectKey> above = inheritance.droppedAbove(from, column.name());
            if (wanted == null && inheritance.isDroppedItself(from, to, column)) {
                dropped.dropCircularDefault(to, column);
                DropColumn drop = dropping(from, column);
                steps.add(
                        rankOfDrop(from, column), key, new AnnotatedOperation(drop, notesOfDrop(drop, column)), above);
            } else if (wanted != null
                    && recreated.isReplaced(to.name(), column.name())
                    && (above.isEmpty() || inheritance.isKept(from, to, column.name()))) {
                if (KeptValues.of(column, wanted)) {
                    steps.add(
                            Rank.REPLACE_COLUMN, key, KeptValues.instead(from, column, dropping(from, column)), above);
                    continue;
                }
                String note = ColumnChanges.generation(column) == null
                        ? Notes.valuesAreReplaced(to.name(), column.name())
                        : Notes.columnIsRecreated();
                steps.add(Rank.REPLACE_COLUMN, key, AnnotatedOperation.of(dropping(from, column), note), above);
            }
        }
    }

    private Rank rankOfDrop(Table from, Column column) {
        boolean early = recreated.contains(key(from, column))
                || ColumnChanges.generation(column) != null
                || inheritance.isChangedBelow(from, column.name());
        return early ? Rank.REPLACE_COLUMN : Rank.DROP_COLUMN;
    }

    private DropColumn dropping(Table from, Column column) {
        Column shortened = NewTable.shortened(from, column, sides.from(), sides.to());
        return inheritance.dropping(from, shortened);
    }

    private static ObjectKey key(Table table, Column column) {
        return ObjectKey.of(ObjectKind.COLUMN, table.name(), column.name());
    }

    private List<String> notesOfDrop(DropColumn drop, Column column) {
        List<String> notes = new ArrayList<>();
        if (ColumnChanges.generation(column) == null) {
            notes.add(Notes.columnIsLost(drop.table(), column.name()));
        }
        if (drop.only()) {
            notes.add(Notes.childrenKeepColumn());
        }
        return notes;
    }

    private void parts(Table from, Table to) {
        Predicate<String> isRecreated = column -> recreated.isReplaced(to.name(), column);
        constraints.compare(
                from,
                to,
                constraint -> recreated.replacesColumns()
                        && PartColumns.columns(constraint).stream().anyMatch(isRecreated));
        indexes.compare(
                to.name(),
                from.indexes().stream()
                        .filter(index -> !attached.keeps(to, index.name()))
                        .toList(),
                to.indexes(),
                index -> recreated.replacesColumns()
                        && PartColumns.columns(index).stream().anyMatch(isRecreated));
        triggers.compare(to.name(), from.triggers(), to.triggers());
        policies.compare(from, to);
    }
}
