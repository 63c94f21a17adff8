/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.TriggerOperation.CreateTrigger;
import dev.retort.operation.TriggerOperation.DropTrigger;
import dev.retort.operation.TriggerOperation.SetFiring;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the triggers of a table or view. */
final class TriggerComparison {

    private final Remade remade;
    private final Steps steps;

    TriggerComparison(Remade remade, Steps steps) {
        this.remade = remade;
        this.steps = steps;
    }

    void compare(QualifiedName table, List<Trigger> from, List<Trigger> to) {
        Map<String, Trigger> wanted = new LinkedHashMap<>();
        to.forEach(trigger -> wanted.put(trigger.name(), trigger));
        for (Trigger trigger : from) {
            Trigger other = wanted.remove(trigger.name());
            if (other == null) {
                drop(table, trigger);
            } else if (mustBeMadeAgain(table, trigger, other)) {
                drop(table, trigger);
                create(table, other);
            } else {
                steps.add(Rank.TRIGGER, key(table, other), changes(table, trigger, other));
            }
        }
        wanted.values().forEach(trigger -> create(table, trigger));
    }

    private boolean mustBeMadeAgain(QualifiedName table, Trigger from, Trigger to) {
        return !from.definition().equals(to.definition()) || remade.contains(key(table, from));
    }

    void drop(QualifiedName table, Trigger trigger) {
        steps.add(Rank.DROP_TRIGGER, key(table, trigger), Change.of(DropTrigger.of(table, trigger)));
    }

    void create(QualifiedName table, Trigger trigger) {
        steps.add(Rank.TRIGGER, key(table, trigger), Change.of(new CreateTrigger(table, trigger)));
    }

    private static List<Change> changes(QualifiedName table, Trigger from, Trigger to) {
        List<Change> changes = new ArrayList<>();
        if (from.enabled() != to.enabled()) {
            changes.add(Change.of(new SetFiring(table, to.name(), from.enabled(), to.enabled())));
        }
        changes.addAll(Remarks.comment(key(table, to), from.comment(), to.comment()));
        return changes;
    }

    static ObjectKey key(QualifiedName table, Trigger trigger) {
        return ObjectKey.of(ObjectKind.TRIGGER, table, trigger.name());
    }
}
