/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.TriggerOperation.CreateTrigger;
import dev.retort.operation.TriggerOperation.DropTrigger;
import dev.retort.operation.TriggerOperation.SetFiring;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the triggers of a table or view. */
final class TriggerComparison {

    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    TriggerComparison(RecreatedObjects recreated, DiffSteps steps) {
        this.recreated = recreated;
        this.steps = steps;
    }

    void compare(QualifiedName table, List<Trigger> from, List<Trigger> to) {
        Map<String, Trigger> wanted = new LinkedHashMap<>();
        own(to).forEach(trigger -> wanted.put(trigger.name(), trigger));
        for (Trigger trigger : own(from)) {
            Trigger other = wanted.remove(trigger.name());
            if (other == null) {
                drop(table, trigger);
            } else if (mustBeRecreated(table, trigger, other)) {
                drop(table, trigger);
                create(table, other);
            } else {
                steps.add(Rank.TRIGGER, key(table, other), changes(table, trigger, other));
            }
        }
        wanted.values().forEach(trigger -> create(table, trigger));
    }

    private static List<Trigger> own(List<Trigger> triggers) {
        return triggers.stream().filter(trigger -> !trigger.isOfParent()).toList();
    }

    boolean mustBeRecreated(QualifiedName table, Trigger from, Trigger to) {
        return !from.definition().equals(to.definition()) || recreated.contains(key(table, from));
    }

    void drop(QualifiedName table, Trigger trigger) {
        steps.add(Rank.DROP_TRIGGER, key(table, trigger), AnnotatedOperation.of(DropTrigger.of(table, trigger)));
    }

    void create(QualifiedName table, Trigger trigger) {
        steps.add(Rank.TRIGGER, key(table, trigger), AnnotatedOperation.of(new CreateTrigger(table, trigger)));
    }

    private static List<AnnotatedOperation> changes(QualifiedName table, Trigger from, Trigger to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (from.enabled() != to.enabled()) {
            changes.add(AnnotatedOperation.of(new SetFiring(table, to.name(), from.enabled(), to.enabled())));
        }
        changes.addAll(CommentAndGrantComparison.comment(key(table, to), from.comment(), to.comment()));
        return changes;
    }

    static ObjectKey key(QualifiedName table, Trigger trigger) {
        return ObjectKey.of(ObjectKind.TRIGGER, table, trigger.name());
    }
}
