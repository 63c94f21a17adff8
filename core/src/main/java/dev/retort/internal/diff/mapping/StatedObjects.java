/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation;
import dev.retort.operation.TriggerOperation;
import dev.retort.operation.ViewOperation;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views, routines and triggers that object files state now, and those that they stated before as the marks of the applied
 * revisions say. An object whose file is gone is dropped; one that no file ever stated may belong to another owner. The privileges of
 * an object are compared if its file grants some, or granted some before.
 */
public final class StatedObjects {

    private final Lookup model;
    private final boolean compared;
    private final Map<StatedRule, String> before;
    private final Set<StatedRule> now = new LinkedHashSet<>();
    private final Set<ObjectKey> keys = new LinkedHashSet<>();

    private StatedObjects(Lookup model, @Nullable Set<ObjectKey> objects, Map<StatedRule, String> before) {
        this.model = model;
        this.compared = objects != null;
        this.before = before;
        if (objects != null) {
            objects.stream().filter(this::modelHas).sorted().forEach(this::add);
        }
    }

    /**
     * Finds the objects.
     *
     * @param model the model with what the files state
     * @param settings know what the files state, and what revisions stated
     * @param names what the script renames
     */
    public static StatedObjects of(Lookup model, DiffSettings settings, NewNames names) {
        Map<StatedRule, String> before = new LinkedHashMap<>();
        settings.context()
                .stated()
                .forEach((text, revision) -> StatedRule.parse(
                                text, settings.context().schema())
                        .stream()
                        .filter(rule -> rule.kind().isOfObject())
                        .forEach(rule -> before.put(
                                new StatedRule(rule.kind(), names.object(rule.table()), rule.parts()), revision)));
        return new StatedObjects(model, settings.objects(), before);
    }

    private void add(ObjectKey key) {
        StatedRule rule = StatedRule.ofObject(key);
        if (rule != null) {
            keys.add(key);
            now.add(rule);
            SchemaObject object = model.object(key);
            if (object != null && hasGrants(object)) {
                now.add(rule.ofGrants());
            }
        }
    }

    private static boolean hasGrants(SchemaObject object) {
        List<Column> columns = object instanceof View view
                ? view.columns()
                : object instanceof MaterializedView view ? view.columns() : List.of();
        return !object.grants().isEmpty()
                || columns.stream().anyMatch(column -> !column.grants().isEmpty());
    }

    /** {@return whether an object file states an object} */
    public boolean contains(ObjectKey key) {
        return keys.contains(key);
    }

    /** {@return whether the privileges of an object that a file states are compared} */
    public boolean comparesGrants(ObjectKey key) {
        StatedRule rule = contains(key) ? StatedRule.ofObject(key) : null;
        return rule != null && (now.contains(rule.ofGrants()) || before.containsKey(rule.ofGrants()));
    }

    /** {@return whether a file stated an object of which the model has nothing any more} */
    public boolean isWithdrawn(ObjectKey key) {
        return revisionOf(key) != null;
    }

    /** {@return the revision that stated a withdrawn object; {@code null} for another object} */
    @Nullable
    public String revisionOf(ObjectKey key) {
        StatedRule rule = compared && !modelHas(key) ? StatedRule.ofObject(key) : null;
        return rule == null ? null : before.get(rule);
    }

    private boolean modelHas(ObjectKey key) {
        if (key.kind() == ObjectKind.TRIGGER) {
            Table table = model.table(key.name());
            return table != null
                    && table.triggers().stream()
                            .anyMatch(trigger -> trigger.name().equals(key.detail()));
        }
        boolean relation = key.kind() == ObjectKind.VIEW || key.kind() == ObjectKind.MATERIALIZED_VIEW;
        return model.has(key) || (relation && model.relation(key.name()) != null);
    }

    /**
     * {@return the changes, with a note on each that drops an object because its file is gone}
     *
     * @param to the schema after the changes
     */
    public List<AnnotatedOperation> noted(List<AnnotatedOperation> changes, Lookup to) {
        return changes.stream().map(change -> noted(change, to)).toList();
    }

    private AnnotatedOperation noted(AnnotatedOperation change, Lookup to) {
        ObjectKey key = dropped(change.operation());
        String revision = key == null || to.has(key) ? null : revisionOf(key);
        if (revision == null) {
            return change;
        }
        List<String> notes = new ArrayList<>(change.notes());
        notes.add("No object file states this now; revision " + revision + " stated it.");
        return new AnnotatedOperation(change.operation(), notes);
    }

    private static @Nullable ObjectKey dropped(Operation operation) {
        if (operation instanceof ViewOperation.DropView drop) {
            return ObjectKey.of(ObjectKind.VIEW, drop.view());
        }
        if (operation instanceof ViewOperation.DropMaterializedView drop) {
            return ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, drop.view());
        }
        if (operation instanceof TriggerOperation.DropTrigger drop) {
            return ObjectKey.of(ObjectKind.TRIGGER, drop.table(), drop.name());
        }
        return operation instanceof RoutineOperation.DropRoutine drop ? drop.routine() : null;
    }

    /**
     * {@return the marks of a new script}
     *
     * @param schema the schema that is not written
     */
    public List<String> marks(@Nullable String schema) {
        List<String> marks = new ArrayList<>();
        if (compared) {
            marks.addAll(lines("+ ", now, before.keySet(), schema));
            marks.addAll(lines("- ", before.keySet(), now, schema));
        }
        return marks;
    }

    private static List<String> lines(
            String sign, Set<StatedRule> some, Set<StatedRule> others, @Nullable String schema) {
        return some.stream()
                .filter(rule -> !others.contains(rule))
                .map(rule -> sign + rule.text(schema))
                .filter(line -> line.chars().noneMatch(Character::isISOControl))
                .sorted()
                .toList();
    }
}
