/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.Transactionality;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an alteration of a table and the step beside it may change places. In doubt they may not, and the script has one
 * statement more.
 */
final class AlterationOrder {

    private record Pair(QualifiedName one, QualifiedName other) {}

    private final Map<QualifiedName, QualifiedName> parents = new HashMap<>();
    private final Set<Pair> related = new HashSet<>();
    private final IdentityHashMap<DiffStep, Alteration> alterations = new IdentityHashMap<>();

    AlterationOrder(ComparedSchemas sides, List<DiffStep> steps) {
        for (DiffStep step : steps) {
            Alteration alteration = Alteration.of(step);
            if (alteration != null) {
                alterations.put(step, alteration);
            }
        }
        Stream.of(sides.from(), sides.to()).forEach(this::add);
    }

    private void add(Lookup side) {
        for (Table table : side.schema().tables()) {
            table.inherits().forEach(parent -> join(table.name(), parent));
            if (table.partitionOf() != null) {
                join(table.name(), table.partitionOf().parent());
            }
        }
        for (Dependency dependency : side.dependencies()) {
            QualifiedName dependent = table(side, dependency.dependent());
            QualifiedName needed = table(side, dependency.needed());
            if (dependent != null && needed != null && !side.isForeignKey(dependency.dependent())) {
                related.add(new Pair(dependent, needed));
            }
        }
    }

    private static @Nullable QualifiedName table(Lookup side, ObjectKey key) {
        ObjectKey owner = side.owner(key);
        if (owner.kind() != ObjectKind.SEQUENCE) {
            return owner.kind() == ObjectKind.TABLE ? owner.name() : null;
        }
        Sequence sequence = side.sequence(owner.name());
        ColumnName column = sequence == null ? side.identity(owner.name()) : sequence.ownedBy();
        return column == null ? null : column.table();
    }

    private void join(QualifiedName child, QualifiedName parent) {
        QualifiedName one = root(child);
        QualifiedName other = root(parent);
        if (!one.equals(other)) {
            parents.put(one, other);
        }
    }

    private QualifiedName root(QualifiedName table) {
        QualifiedName root = table;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    /** {@return the alteration of a step, or {@code null} if the step has another operation} */
    @Nullable
    Alteration alteration(DiffStep step) {
        return alterations.get(step);
    }

    /** {@return whether an alteration that comes after a step may come before it} */
    boolean mayComeBefore(Alteration later, DiffStep step) {
        Alteration earlier = alteration(step);
        return earlier == null
                ? mayPass(later, step, later.dropsColumns() || !isIndexOf(later, step))
                : isIndependent(earlier, later) && !Alteration.shareNames(earlier.droppedNames(), later.createdNames());
    }

    /** {@return whether an alteration that comes before a step may come after it} */
    boolean mayComeAfter(Alteration earlier, DiffStep step) {
        Alteration later = alteration(step);
        return later == null
                ? mayPass(earlier, step, earlier.droppedNames().isEmpty() && !isIndexOf(earlier, step))
                : isIndependent(earlier, later) && !Alteration.shareNames(earlier.droppedNames(), later.createdNames());
    }

    private boolean isIndependent(Alteration one, Alteration other) {
        return !areRelated(one.table(), other.table())
                && !one.needs(other)
                && isOutsideFamily(one, other.table())
                && isOutsideFamily(other, one.table());
    }

    /** A table that a foreign key refers to may be altered elsewhere; a parent or a partition of it may not. */
    private boolean isOutsideFamily(Alteration keys, QualifiedName table) {
        return keys.referenced().stream()
                .noneMatch(referenced -> !referenced.equals(table) && areRelated(referenced, table));
    }

    private boolean mayPass(Alteration alteration, DiffStep step, boolean passesCreation) {
        return isPlain(step)
                && isOutside(alteration, step.key().name())
                && step.changes().stream()
                        .map(AnnotatedOperation::operation)
                        .allMatch(operation -> alteration.isOfForeignKeys()
                                ? isNoPartOf(operation, alteration)
                                : passes(alteration, operation, passesCreation));
    }

    /** Changed rows fire triggers, a renamed object frees a name, and an autocommit statement ends a transaction. */
    private static boolean isPlain(DiffStep step) {
        return step.changes().stream()
                .map(AnnotatedOperation::operation)
                .noneMatch(operation -> operation instanceof DataOperation
                        || operation instanceof Rename
                        || operation.transactionality() != Transactionality.INSIDE);
    }

    /** Whether a name is neither that of the altered table nor of one that it refers to, nor of one related to them. */
    private boolean isOutside(Alteration alteration, QualifiedName name) {
        return !areRelated(alteration.table(), name)
                && alteration.referenced().stream().noneMatch(referenced -> areRelated(referenced, name));
    }

    /** A foreign key needs a unique index over the columns that it refers to; that of a partition may be its parent's. */
    private boolean isNoPartOf(Operation operation, Alteration keys) {
        if (operation instanceof CreateIndex create) {
            return !(create.definition().unique() && refersTo(keys, create.table()));
        }
        if (operation instanceof DropIndex drop) {
            return drop.table() != null && !refersTo(keys, drop.table());
        }
        return isUnreferring(operation, keys);
    }

    private boolean refersTo(Alteration keys, QualifiedName table) {
        return keys.referenced().stream().anyMatch(referenced -> areRelated(referenced, table));
    }

    private boolean passes(Alteration alteration, Operation operation, boolean passesCreation) {
        if (operation instanceof DropIndex drop) {
            return drop.table() != null
                    && !Alteration.shareNames(Set.of(drop.index().name()), alteration.createdNames())
                    && (drop.table().equals(alteration.table())
                            ? alteration.isOfConstraints()
                            : !areRelated(drop.table(), alteration.table()));
        }
        if (operation instanceof CreateIndex create) {
            boolean own = create.table().equals(alteration.table());
            return passesCreation && (own || !areRelated(create.table(), alteration.table()));
        }
        return passesCreation && operation instanceof CreateTable && isUnreferring(operation, alteration);
    }

    /** Whether no table is created that refers to an altered one. */
    private static boolean isUnreferring(Operation operation, Alteration alteration) {
        return !(operation instanceof CreateTable create)
                || create.definition().constraints().stream()
                        .noneMatch(constraint -> constraint instanceof ForeignKey key
                                && key.referenced().equals(alteration.table()));
    }

    private static boolean isIndexOf(Alteration alteration, DiffStep step) {
        return step.changes().stream()
                .anyMatch(change -> change.operation() instanceof CreateIndex create
                        && create.table().equals(alteration.table()));
    }

    private boolean areRelated(QualifiedName one, QualifiedName other) {
        return root(one).equals(root(other))
                || related.contains(new Pair(one, other))
                || related.contains(new Pair(other, one));
    }
}
