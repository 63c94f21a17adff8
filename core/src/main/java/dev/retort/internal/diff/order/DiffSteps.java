/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.order.Rank.Phase;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.schema.Routine;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the steps of all units and puts them in an order that PostgreSQL accepts. */
public final class DiffSteps {

    private static final Set<Rank> PARTS = Set.of(
            Rank.DROP_INDEX,
            Rank.DROP_CONSTRAINT,
            Rank.DROP_POLICY,
            Rank.DROP_TRIGGER,
            Rank.DROP_DEFINED,
            Rank.DROP_DEFAULT);

    private final ComparedSchemas sides;
    private final List<DiffStep> steps = new ArrayList<>();

    public DiffSteps(ComparedSchemas sides) {
        this.sides = sides;
    }

    /** Adds a step; one without changes is none. */
    public void add(Rank rank, ObjectKey key, List<AnnotatedOperation> changes) {
        if (!changes.isEmpty()) {
            steps.add(new DiffStep(rank, key, changes));
        }
    }

    /** Adds a step of one change. */
    public void add(Rank rank, ObjectKey key, AnnotatedOperation change) {
        add(rank, key, List.of(change));
    }

    /** Adds a step that needs more than the schema says. */
    public void add(Rank rank, ObjectKey key, AnnotatedOperation change, List<ObjectKey> needs) {
        steps.add(new DiffStep(rank, key, List.of(change), needs));
    }

    /** Adds a step that needs more than the schema says. */
    public void add(Rank rank, ObjectKey key, List<AnnotatedOperation> changes, List<ObjectKey> needs) {
        if (!changes.isEmpty()) {
            steps.add(new DiffStep(rank, key, changes, needs));
        }
    }

    /** {@return whether the script builds this index or constraint} */
    public boolean builds(ObjectKey key) {
        return steps.stream()
                .filter(step -> step.key().equals(key))
                .flatMap(step -> step.changes().stream())
                .anyMatch(change ->
                        change.operation() instanceof CreateIndex || change.operation() instanceof AddConstraint);
    }

    /** {@return the constraints and indexes that the script drops, of tables that stay} */
    public Set<ObjectKey> droppedConstraintsAndIndexes() {
        return steps.stream()
                .filter(step -> step.rank() == Rank.DROP_CONSTRAINT || step.rank() == Rank.DROP_INDEX)
                .map(DiffStep::key)
                .collect(Collectors.toSet());
    }

    /** {@return all changes in order} */
    public List<AnnotatedOperation> inOrder() {
        List<DiffStep> ordered = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            List<DiffStep> sorted = sorted(phase);
            ordered.addAll(phase == Phase.DROP ? CyclicDrops.opened(sorted) : sorted);
        }
        return AlterationRuns.joined(sides, ordered).stream()
                .flatMap(step -> step.changes().stream())
                .toList();
    }

    private List<DiffStep> sorted(Phase phase) {
        boolean making = phase == Phase.MAKE;
        List<DiffStep> ofPhase =
                steps.stream().filter(step -> step.rank().phase() == phase).toList();
        List<DiffStep> split = making ? CircularDefaults.split(sides.to(), ofPhase) : ofPhase;
        StepGraph graph = new StepGraph(split);
        Map<ObjectKey, List<DiffStep>> byKey = new HashMap<>();
        split.stream()
                .filter(step -> step.rank() != Rank.REPLICA_IDENTITY)
                .forEach(step -> byKey.computeIfAbsent(step.key(), key -> new ArrayList<>())
                        .add(step));
        Lookup side = making ? sides.to() : sides.from();
        Set<ObjectKey> dropped = phase == Phase.DROP ? droppedKeys() : Set.of();
        for (Dependency dependency : side.dependencies()) {
            if (dropped.contains(dependency.dependent())) {
                continue;
            }
            List<DiffStep> needed = stepsOf(byKey, side, dependency.needed()).stream()
                    .filter(step -> step.rank() != Rank.DROP_DEFAULT && step.rank() != Rank.SET_DEFAULT)
                    .toList();
            for (DiffStep dependent : dependents(byKey, side, dependency.dependent(), making)) {
                needed.forEach(step -> connect(graph, making, step, dependent));
            }
        }
        needs(graph, byKey, split);
        if (making) {
            parts(graph, byKey, split);
            guess(graph, split);
        } else if (phase == Phase.DROP) {
            schemasLast(graph, split);
        }
        return graph.sorted();
    }

    /**
     * A key, an index or a trigger waits for the statements of its table, which may add the columns that it is over.
     */
    private void parts(StepGraph graph, Map<ObjectKey, List<DiffStep>> byKey, List<DiffStep> making) {
        for (DiffStep step : making) {
            if (isPart(step.key().kind())) {
                whole(byKey, sides.to().owner(step.key())).forEach(other -> graph.before(other, step));
            } else if (step.rank() == Rank.REPLICA_IDENTITY) {
                whole(byKey, step.key()).forEach(other -> graph.before(other, step));
            }
        }
    }

    private static void needs(StepGraph graph, Map<ObjectKey, List<DiffStep>> byKey, List<DiffStep> some) {
        for (DiffStep step : some) {
            for (ObjectKey needed : step.needs()) {
                byKey.getOrDefault(needed, List.of()).forEach(other -> graph.before(other, step));
            }
        }
    }

    private static boolean isPart(ObjectKind kind) {
        return kind == ObjectKind.CONSTRAINT
                || kind == ObjectKind.INDEX
                || kind == ObjectKind.TRIGGER
                || kind == ObjectKind.POLICY;
    }

    private static List<DiffStep> whole(Map<ObjectKey, List<DiffStep>> byKey, ObjectKey owner) {
        return byKey.getOrDefault(owner, List.of()).stream()
                .filter(step -> step.rank() == Rank.TABLE || step.rank() == Rank.VIEW)
                .toList();
    }

    /** The parts that were dropped before: their table does not wait for objects that they needed. */
    private Set<ObjectKey> droppedKeys() {
        return steps.stream()
                .filter(step -> PARTS.contains(step.rank()))
                .map(DiffStep::key)
                .collect(Collectors.toSet());
    }

    private static void schemasLast(StepGraph graph, List<DiffStep> drops) {
        Map<String, List<DiffStep>> bySchema = new HashMap<>();
        drops.stream()
                .filter(step -> step.rank() != Rank.DROP_SCHEMA)
                .forEach(step -> bySchema.computeIfAbsent(
                                String.valueOf(step.key().name().schema()), name -> new ArrayList<>())
                        .add(step));
        drops.stream()
                .filter(step -> step.rank() == Rank.DROP_SCHEMA)
                .forEach(schema -> bySchema.getOrDefault(schema.key().name().name(), List.of())
                        .forEach(step -> graph.before(step, schema)));
    }

    private static void connect(StepGraph graph, boolean making, DiffStep needed, DiffStep dependent) {
        if (making) {
            graph.before(needed, dependent);
        } else {
            graph.before(dependent, needed);
        }
    }

    private static List<DiffStep> stepsOf(Map<ObjectKey, List<DiffStep>> byKey, Lookup side, ObjectKey key) {
        List<DiffStep> exact = byKey.getOrDefault(key, List.of());
        ObjectKey owner = side.owner(key);
        if (owner.equals(key)) {
            return exact;
        }
        List<DiffStep> found = new ArrayList<>(exact);
        found.addAll(byKey.getOrDefault(owner, List.of()));
        return found;
    }

    private static List<DiffStep> dependents(
            Map<ObjectKey, List<DiffStep>> byKey, Lookup side, ObjectKey key, boolean making) {
        List<DiffStep> exact = byKey.getOrDefault(key, List.of());
        List<DiffStep> defaults =
                exact.stream().filter(step -> step.rank() == Rank.DROP_DEFAULT).toList();
        if (!defaults.isEmpty()) {
            return defaults;
        }
        boolean separate = making && isCreatedSeparately(side, key);
        return exact.isEmpty() && !separate ? byKey.getOrDefault(side.owner(key), List.of()) : exact;
    }

    /**
     * Parts that are never created with their table: it does not wait for what its triggers, policies and foreign keys need.
     */
    private static boolean isCreatedSeparately(Lookup side, ObjectKey key) {
        boolean ofTable = side.owner(key).kind() == ObjectKind.TABLE;
        return switch (key.kind()) {
            case TRIGGER, POLICY -> ofTable;
            case CONSTRAINT -> side.isForeignKey(key);
            default -> false;
        };
    }

    /** The body of a routine is text to PostgreSQL, but a body in SQL is checked against existing objects. */
    private void guess(StepGraph graph, List<DiffStep> making) {
        Map<String, List<DiffStep>> byName = new HashMap<>();
        making.forEach(step -> byName.computeIfAbsent(step.key().name().name(), name -> new ArrayList<>())
                .add(step));
        for (DiffStep step : making) {
            if (step.rank() == Rank.ROUTINE && sides.to().object(step.key()) instanceof Routine routine) {
                for (String word : wordsOf(routine)) {
                    byName.getOrDefault(word, List.of()).stream()
                            .filter(other -> other.rank().compareTo(Rank.ROUTINE) <= 0)
                            .forEach(other -> graph.perhapsBefore(other, step));
                }
            }
        }
    }

    private static Set<String> wordsOf(Routine routine) {
        Set<String> words = new TreeSet<>(SqlText.wordsOfBody(routine.definition()));
        words.remove(routine.name().name());
        return words;
    }
}
