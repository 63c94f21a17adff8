/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.CreateObject;
import dev.retort.operation.ObjectOperation.DropObject;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares rules, extended statistics, aggregates and collations: what differs is dropped and created again. */
public final class DefinedObjectComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    public DefinedObjectComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
    }

    /** Compares. */
    public void compare() {
        for (DefinedObject from : sides.from().schema().defined()) {
            SchemaObject to = sides.to().object(from.key());
            if (to == null) {
                drop(from, false);
            } else if (recreated.contains(from.key()) || isRelationRecreated(from)) {
                drop(from, true);
                create((DefinedObject) to);
            } else {
                change(from, (DefinedObject) to);
            }
        }
        for (DefinedObject to : sides.to().schema().defined()) {
            if (!sides.from().has(to.key())) {
                create(to);
            }
        }
    }

    private void change(DefinedObject from, DefinedObject to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        steps.add(created(to), to.key(), changes);
    }

    /** With a table or view that goes it goes by itself. */
    private void drop(DefinedObject object, boolean isRecreated) {
        QualifiedName relation = object.relation();
        boolean isDroppedWithIt =
                relation != null && sides.to().relation(relation) == null && !holdsAnother(object, relation);
        if (!isDroppedWithIt) {
            boolean early = isRecreated || relation != null || recreated.contains(object.key());
            Rank rank = early ? Rank.DROP_DEFINED : Rank.DROP_ROUTINE;
            steps.add(rank, object.key(), AnnotatedOperation.of(new DropObject(object)));
        }
    }

    /** A table that a rule inserts into may be dropped before the table of the rule. */
    private boolean holdsAnother(DefinedObject object, QualifiedName relation) {
        ObjectKey own = sides.from().relation(relation);
        return sides.from().dependencies().stream()
                .filter(dependency -> dependency.dependent().equals(object.key()))
                .map(dependency -> sides.from().owner(dependency.needed()))
                .anyMatch(needed -> !needed.equals(own) && !sides.to().has(needed));
    }

    private boolean isRelationRecreated(DefinedObject object) {
        QualifiedName relation = object.relation();
        ObjectKey key = relation == null ? null : sides.from().relation(relation);
        return key != null
                && (recreated.contains(key) || !key.equals(sides.to().relation(Objects.requireNonNull(relation))));
    }

    private void create(DefinedObject object) {
        List<ObjectKey> needs = new ArrayList<>();
        QualifiedName relation = object.relation();
        ObjectKey key = relation == null ? null : sides.to().relation(relation);
        if (key != null) {
            needs.add(key);
        }
        steps.add(created(object), object.key(), AnnotatedOperation.of(new CreateObject(object)), needs);
    }

    private static Rank created(DefinedObject object) {
        ObjectKind kind = object.key().kind();
        if (kind == ObjectKind.COLLATION) {
            return Rank.EXTENSION;
        }
        return kind == ObjectKind.AGGREGATE ? Rank.ROUTINE : Rank.DEFINED;
    }
}
