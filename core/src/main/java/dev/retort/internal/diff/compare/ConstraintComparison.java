/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Pairs;
import dev.retort.internal.diff.model.PartsOverRows;
import dev.retort.internal.diff.model.Storage;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AlterDeferrability;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.SetEnforced;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Compares the constraints of a table, by name and by what they say. */
final class ConstraintComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;
    private final AttachedIndexes attached;

    ConstraintComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps, AttachedIndexes attached) {
        this.sides = sides;
        this.attached = attached;
        this.recreated = recreated;
        this.steps = steps;
    }

    /**
     * Compares all but foreign keys.
     *
     * @param isDropped whether a constraint must be dropped and added again, or is gone by itself
     */
    void compare(Table from, Table to, Predicate<Constraint> isDropped) {
        Pairs<Constraint> pairs = pairs(from, to, constraint -> !(constraint instanceof ForeignKey));
        for (Pairs.Pair<Constraint> pair : pairs.pairs()) {
            compare(to.name(), pair, isDropped.test(pair.from()), List.of());
        }
        dropAndAdd(to, pairs);
    }

    /** Compares foreign keys, after all other constraints and indexes of all tables. */
    void compareForeignKeys(Table from, Table to, ForeignKeyRecreation recreation) {
        QualifiedName table = to.name();
        Pairs<Constraint> pairs = pairs(from, to, ForeignKey.class::isInstance);
        for (Pairs.Pair<Constraint> pair : pairs.pairs()) {
            boolean isDropped = recreation.mustBeRecreated(table, pair.from());
            compare(table, pair, isDropped, recreation.reasons(table, pair.from(), pair.to()));
        }
        dropAndAdd(to, pairs);
    }

    private void dropAndAdd(Table to, Pairs<Constraint> pairs) {
        pairs.gone().stream()
                .filter(constraint -> !attached.keeps(to, constraint.name()))
                .forEach(constraint -> drop(to.name(), constraint));
        pairs.added().forEach(constraint -> add(to.name(), constraint));
    }

    private static Pairs<Constraint> pairs(Table from, Table to, Predicate<Constraint> some) {
        return Pairs.of(
                own(from).stream().filter(some).toList(),
                own(to).stream().filter(some).toList(),
                Constraint::name,
                NewTable::meaning);
    }

    /** A constraint that is inherited from a parent is compared with the parent's. */
    private static List<Constraint> own(Table table) {
        return table.constraints().stream()
                .filter(constraint -> !(constraint instanceof Check check && check.inherited()))
                .toList();
    }

    /** The reasons are those of dropping one that could stay otherwise. */
    private void compare(QualifiedName table, Pairs.Pair<Constraint> pair, boolean isDropped, List<String> reasons) {
        Constraint from = pair.from();
        Constraint to = pair.to();
        boolean canStay = !recreated.contains(key(table, from)) && canBecome(table, from, to);
        if (isDropped || !canStay) {
            drop(table, from, canStay ? reasons : List.of());
            add(table, to);
        } else {
            if (!NewTable.sameName(from.name(), to.name())) {
                String name = key(table, to).detail();
                steps.add(
                        Rank.RENAME,
                        key(table, from),
                        AnnotatedOperation.of(new ObjectOperation.Rename(key(table, from), name)));
            }
            steps.add(rank(to), key(table, to), changes(table, from, to));
        }
    }

    private boolean canBecome(QualifiedName table, Constraint from, Constraint to) {
        boolean renamed = !NewTable.sameName(from.name(), to.name());
        if (renamed && !isNameFree(table, to)) {
            return false;
        }
        if (from instanceof ForeignKey old && to instanceof ForeignKey wanted) {
            return canBecome(old, wanted);
        }
        if (from instanceof Check old && to instanceof Check wanted) {
            boolean checked = !old.validated() && wanted.validated() && wanted.enforced() && old.enforced();
            return NewTable.sameMeaning(checked ? old.withValidated(true) : old, wanted);
        }
        return Storage.without(from).equals(Storage.without(to));
    }

    private boolean isNameFree(QualifiedName table, Constraint to) {
        return to.name() != null
                && (to instanceof Check
                        || to instanceof ForeignKey
                        || sides.from().relation(table.sibling(to.name())) == null);
    }

    /** A foreign key that was checked, or that counts, cannot forget it in place. */
    private static boolean canBecome(ForeignKey from, ForeignKey to) {
        boolean possible = from.enforced() == to.enforced()
                ? to.validated() || !from.validated()
                : to.validated() || !to.enforced();
        return possible && Alterable.of(from).equals(Alterable.of(to));
    }

    /** A foreign key without what can be changed of it. */
    private static final class Alterable {

        private Alterable() {}

        static Constraint of(ForeignKey key) {
            return new ForeignKey(
                    null,
                    key.columns(),
                    key.referenced(),
                    key.referencedColumns(),
                    key.onUpdate(),
                    key.onDelete(),
                    key.onDeleteColumns(),
                    key.matchFull(),
                    key.period(),
                    Deferrability.NOT_DEFERRABLE,
                    true,
                    true,
                    null);
        }
    }

    private static List<AnnotatedOperation> changes(QualifiedName table, Constraint from, Constraint to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        ObjectKey key = key(table, to);
        String name = key.detail();
        if (from instanceof ForeignKey old && to instanceof ForeignKey wanted) {
            changes.addAll(changes(table, old, wanted));
        }
        if (from instanceof Check old && to instanceof Check wanted && old.validated() != wanted.validated()) {
            changes.add(AnnotatedOperation.of(new ValidateConstraint(table, name, wanted)));
        }
        ObjectKey index = ObjectKey.of(ObjectKind.INDEX, table.sibling(name));
        changes.addAll(IndexComparison.storage(index, Storage.of(from), Storage.of(to)));
        changes.addAll(CommentAndGrantComparison.comment(key, from.comment(), to.comment()));
        return changes;
    }

    private static List<AnnotatedOperation> changes(QualifiedName table, ForeignKey from, ForeignKey to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        String name = Objects.requireNonNull(to.name());
        if (from.deferrability() != to.deferrability()) {
            changes.add(AnnotatedOperation.of(
                    new AlterDeferrability(table, name, from.deferrability(), to.deferrability())));
        }
        if (from.enforced() != to.enforced()) {
            changes.add(AnnotatedOperation.of(new SetEnforced(table, name, to.enforced())));
        } else if (from.validated() != to.validated()) {
            changes.add(AnnotatedOperation.of(new ValidateConstraint(table, name, to)));
        }
        return changes;
    }

    /** Drops those constraints of a table that have to go before it. */
    void dropAhead(Table from, PartsOverRows overRows) {
        own(from).stream()
                .filter(constraint -> recreated.contains(key(from.name(), constraint)) || overRows.has(constraint))
                .forEach(constraint -> drop(from.name(), constraint));
    }

    void drop(QualifiedName table, Constraint constraint) {
        drop(table, constraint, List.of());
    }

    private void drop(QualifiedName table, Constraint constraint, List<String> notes) {
        Rank rank = constraint instanceof ForeignKey ? Rank.DROP_FOREIGN_KEY : Rank.DROP_CONSTRAINT;
        steps.add(rank, key(table, constraint), new AnnotatedOperation(DropConstraint.of(table, constraint), notes));
    }

    void add(QualifiedName table, Constraint constraint) {
        steps.add(
                rank(constraint),
                key(table, constraint),
                AnnotatedOperation.of(new AddConstraint(table, constraint)),
                attached.before(table, constraint.name()));
    }

    private static Rank rank(Constraint constraint) {
        return constraint instanceof ForeignKey ? Rank.FOREIGN_KEY : Rank.CONSTRAINT;
    }

    private static ObjectKey key(QualifiedName table, Constraint constraint) {
        String name = Objects.requireNonNull(constraint.name(), "a constraint of a catalog has a name");
        return ObjectKey.of(ObjectKind.CONSTRAINT, table, name);
    }
}
