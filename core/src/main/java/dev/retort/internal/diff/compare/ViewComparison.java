/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ColumnStorage;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.TableOptionsComparison;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.Operation;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.DropMaterializedView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.operation.ViewOperation.ReplaceView;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import java.util.ArrayList;
import java.util.List;

/** Compares views and materialized views. */
public final class ViewComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    public ViewComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
    }

    public void compare() {
        for (SchemaObject view : sides.from().schema().views()) {
            SchemaObject wanted = sides.to().object(view.key());
            if (wanted == null) {
                steps.add(Rank.DROP_VIEW, view.key(), AnnotatedOperation.of(drop(view)));
            } else if (recreated.contains(view.key())) {
                String why = "Dropped, and created again below: PostgreSQL cannot change it, or an object that it uses,"
                        + " in place.";
                steps.add(Rank.DROP_VIEW, view.key(), AnnotatedOperation.of(drop(view), why));
                steps.add(Rank.VIEW, wanted.key(), creating(wanted));
            } else {
                steps.add(Rank.VIEW, wanted.key(), changes(view, wanted));
            }
        }
        for (SchemaObject view : sides.to().schema().views()) {
            if (!sides.from().has(view.key())) {
                steps.add(Rank.VIEW, view.key(), creating(view));
            }
        }
    }

    private static Operation drop(SchemaObject object) {
        return object instanceof View view ? DropView.of(view) : DropMaterializedView.of((MaterializedView) object);
    }

    private List<AnnotatedOperation> creating(SchemaObject object) {
        if (object instanceof View view) {
            return List.of(AnnotatedOperation.of(new CreateView(view)));
        }
        MaterializedView view = (MaterializedView) object;
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.add(AnnotatedOperation.of(new CreateMaterializedView(view, false)));
        for (Column column : view.columns()) {
            Column plain = Column.of(column.name(), column.type()).withCollation(column.collation());
            changes.addAll(ColumnStorage.changes(view.name(), plain, column, sides.version()));
        }
        return changes;
    }

    private List<AnnotatedOperation> changes(SchemaObject from, SchemaObject to) {
        return from instanceof View view
                ? changes(view, (View) to)
                : changes((MaterializedView) from, (MaterializedView) to);
    }

    private List<AnnotatedOperation> changes(View from, View to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (!from.query().equals(to.query())) {
            changes.add(AnnotatedOperation.of(new ReplaceView(from, to)));
        } else if (!from.options().equals(to.options())) {
            changes.add(AnnotatedOperation.of(new SetStorageParameters(to.key(), from.options(), to.options())));
        }
        for (Column column : to.columns()) {
            Column before = from.columns().stream()
                    .filter(other -> other.name().equals(column.name()))
                    .findFirst()
                    .orElse(Column.of(column.name(), column.type()));
            changes.addAll(changes(to.name(), before, column));
        }
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        new TriggerComparison(recreated, steps).compare(to.name(), from.triggers(), to.triggers());
        return changes;
    }

    private static List<AnnotatedOperation> changes(QualifiedName view, Column from, Column to) {
        ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, view, to.name());
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (!from.value().equals(to.value())) {
            ColumnValue old = from.value();
            changes.add(AnnotatedOperation.of(new AlterColumnValue(view, to.name(), old, to.value())));
        }
        changes.addAll(CommentAndGrantComparison.comment(key, from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(key, from.grants(), to.grants()));
        return changes;
    }

    private List<AnnotatedOperation> changes(MaterializedView from, MaterializedView to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.addAll(TableOptionsComparison.parameters(to.key(), from.parameters(), to.parameters()));
        changes.addAll(TableOptionsComparison.tablespace(to.key(), from.tablespace(), to.tablespace()));
        for (Column column : to.columns()) {
            from.columns().stream()
                    .filter(other -> other.name().equals(column.name()))
                    .forEach(before -> {
                        changes.addAll(changes(to.name(), before, column));
                        changes.addAll(ColumnStorage.changes(to.name(), before, column, sides.version()));
                    });
        }
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        new IndexComparison(sides, recreated, steps, new AttachedIndexes(sides, recreated, steps))
                .compare(to.name(), from.indexes(), to.indexes(), index -> false);
        return changes;
    }
}
