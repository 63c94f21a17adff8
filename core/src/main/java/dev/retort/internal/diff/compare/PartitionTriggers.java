/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.TriggerOperation.SetFiring;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Trigger;
import dev.retort.schema.part.Trigger.Firing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Triggers that fire in another way for a partition than for its parent: a statement for the parent reaches the partition, so
 * its own state is set again behind that.
 */
final class PartitionTriggers {

    private final ComparedSchemas sides;
    private final TriggerComparison triggers;
    private final DiffSteps steps;

    PartitionTriggers(ComparedSchemas sides, TriggerComparison triggers, DiffSteps steps) {
        this.sides = sides;
        this.triggers = triggers;
        this.steps = steps;
    }

    /** Compares a partition that stays. */
    void compare(Table from, Table to) {
        Set<String> names = new TreeSet<>();
        from.triggers().stream().filter(Trigger::isOfParent).map(Trigger::name).forEach(names::add);
        to.triggers().stream().filter(Trigger::isOfParent).map(Trigger::name).forEach(names::add);
        for (String name : names) {
            Firing wanted = firing(sides.to(), to, name);
            if (wanted != null && (isOther(from, to, name) || isSetAbove(to, name))) {
                set(to, name, Objects.requireNonNullElse(firing(sides.from(), from, name), wanted), wanted);
            }
        }
    }

    /** Gives a new partition what its parent does not give it. */
    void ofNew(Table to) {
        for (Trigger trigger : to.triggers()) {
            Table parent = parent(sides.to(), to);
            Firing given = parent == null ? null : firing(sides.to(), parent, trigger.name());
            if (trigger.isOfParent() && given != null) {
                set(to, trigger.name(), given, trigger.enabled());
            }
        }
    }

    private void set(Table table, String name, Firing from, Firing to) {
        steps.add(
                Rank.TRIGGER,
                ObjectKey.of(ObjectKind.TRIGGER, table.name(), name),
                AnnotatedOperation.of(new SetFiring(table.name(), name, from, to)),
                above(table, name));
    }

    private List<ObjectKey> above(Table table, String name) {
        List<ObjectKey> keys = new ArrayList<>();
        for (Table parent = parent(sides.to(), table); parent != null; parent = parent(sides.to(), parent)) {
            keys.add(ObjectKey.of(ObjectKind.TRIGGER, parent.name(), name));
        }
        return keys;
    }

    /** Whether the trigger of a table above is created or set. */
    private boolean isSetAbove(Table table, String name) {
        for (Table to = parent(sides.to(), table); to != null; to = parent(sides.to(), to)) {
            Table from = sides.from().table(to.name());
            Trigger old = from == null ? null : trigger(from, name);
            Trigger wanted = trigger(to, name);
            boolean created = wanted != null
                    && !wanted.isOfParent()
                    && (old == null || triggers.mustBeRecreated(to.name(), old, wanted));
            if (created || from == null || isOther(from, to, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(Table from, Table to, String name) {
        Trigger old = trigger(from, name);
        Trigger wanted = trigger(to, name);
        Firing before = old == null ? null : old.enabled();
        return before != (wanted == null ? null : wanted.enabled());
    }

    /** {@return when a trigger fires for a partition, by itself or as for its parent} */
    private static @Nullable Firing firing(Lookup side, Table table, String name) {
        for (Table current = table; current != null; current = parent(side, current)) {
            Trigger trigger = trigger(current, name);
            if (trigger != null) {
                return trigger.enabled();
            }
        }
        return null;
    }

    private static @Nullable Trigger trigger(Table table, String name) {
        return table.triggers().stream()
                .filter(trigger -> trigger.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Table parent(Lookup side, Table table) {
        return table.partitionOf() == null
                ? null
                : side.table(table.partitionOf().parent());
    }
}
