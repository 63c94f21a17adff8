/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.ViewOperation.DropMaterializedView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects that PostgreSQL drops together with an object that a script drops, and that no script creates again: rules,
 * extended statistics, partitions that are foreign tables.
 *
 * @param side the schema before the script
 */
public record LostDependents(Lookup side) {

    private static final Set<ObjectKind> GO_BY_THEMSELVES = Set.of(ObjectKind.FOREIGN_TABLE);

    /** {@return the changes, with a sentence above each that takes such a thing along} */
    public List<AnnotatedOperation> said(List<AnnotatedOperation> changes) {
        return side.schema().others().isEmpty()
                ? changes
                : changes.stream().map(this::said).toList();
    }

    private AnnotatedOperation said(AnnotatedOperation change) {
        List<ObjectKey> lost = lost(change.operation()).distinct().sorted().toList();
        if (lost.isEmpty()) {
            return change;
        }
        List<String> notes = new ArrayList<>(change.notes());
        notes.add(Notes.notRecreated(lost));
        return new AnnotatedOperation(change.operation(), notes);
    }

    private Stream<ObjectKey> lost(Operation operation) {
        if (operation instanceof DropColumn drop) {
            ObjectKey column = ObjectKey.of(ObjectKind.COLUMN, drop.table(), drop.column());
            return going(side.dependents(column).stream());
        }
        if (operation instanceof DropTable drop) {
            return droppedWithRelation(ObjectKey.of(ObjectKind.TABLE, drop.table()));
        }
        if (operation instanceof DropView drop) {
            return droppedWithRelation(ObjectKey.of(ObjectKind.VIEW, drop.view()));
        }
        return operation instanceof DropMaterializedView drop
                ? droppedWithRelation(ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, drop.view()))
                : Stream.empty();
    }

    private Stream<ObjectKey> droppedWithRelation(ObjectKey relation) {
        return going(side.dependencies().stream()
                .filter(dependency -> dependency.needed().name().equals(relation.name()))
                .map(Dependency::dependent));
    }

    private static Stream<ObjectKey> going(Stream<ObjectKey> dependents) {
        return dependents.filter(dependent -> GO_BY_THEMSELVES.contains(dependent.kind()));
    }
}
