/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.Transactionality;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a step that only alters an existing table.
 *
 * @param table the table
 * @param operations the operations
 */
record Alteration(QualifiedName table, List<Operation> operations) {

    /** A name that PostgreSQL chooses. */
    private static final String ANY = "";

    Alteration {
        operations = List.copyOf(operations);
    }

    /** {@return the alteration of a step, or {@code null} if the step has another operation} */
    static @Nullable Alteration of(DiffStep step) {
        boolean ofTable = switch (step.rank()) {
            case TABLE,
                    CONSTRAINT,
                    FOREIGN_KEY,
                    DROP_FOREIGN_KEY,
                    DROP_CONSTRAINT,
                    DROP_DEFAULT,
                    SET_DEFAULT,
                    REPLACE_COLUMN,
                    DROP_COLUMN -> true;
            default -> false;
        };
        List<Operation> operations =
                step.changes().stream().map(AnnotatedOperation::operation).toList();
        return ofTable && operations.stream().allMatch(Alteration::alters)
                ? new Alteration(step.key().name(), operations)
                : null;
    }

    private static boolean alters(Operation operation) {
        boolean alters = operation instanceof ColumnOperation
                || operation instanceof ConstraintOperation
                || operation instanceof SetRowSecurity
                || operation instanceof ForceRowSecurity
                || operation instanceof SetStorageParameters
                || operation instanceof CommentOn
                || operation instanceof GrantPrivileges
                || operation instanceof RevokePrivileges;
        return alters && operation.transactionality() == Transactionality.INSIDE;
    }

    /** {@return whether it only adds or drops foreign keys} */
    boolean isOfForeignKeys() {
        return operations.stream().allMatch(operation -> constraint(operation) instanceof ForeignKey);
    }

    /** {@return whether it only adds or drops constraints} */
    boolean isOfConstraints() {
        return operations.stream()
                .allMatch(operation -> operation instanceof AddConstraint || operation instanceof DropConstraint);
    }

    /** {@return whether it only drops columns} */
    boolean dropsColumns() {
        return operations.stream().allMatch(DropColumn.class::isInstance);
    }

    /** {@return whether a foreign key of one of both needs what the other changes} */
    boolean needs(Alteration other) {
        return other.changesReferenced(this) || changesReferenced(other);
    }

    private boolean changesReferenced(Alteration other) {
        return other.foreignKeys()
                .filter(key -> key.referenced().equals(table))
                .anyMatch(key -> operations.stream().anyMatch(operation -> isReferenced(operation, key)));
    }

    private static boolean isReferenced(Operation operation, ForeignKey key) {
        if (operation instanceof ColumnOperation column) {
            return key.referencedColumns().isEmpty() || key.referencedColumns().contains(column.column());
        }
        Constraint constraint = constraint(operation);
        return constraint != null && isReferenced(constraint, key);
    }

    private static boolean isReferenced(Constraint constraint, ForeignKey key) {
        List<String> columns = constraint instanceof PrimaryKey primary
                ? primary.columns()
                : constraint instanceof Unique unique ? unique.columns() : List.of();
        return key.referencedColumns().isEmpty()
                ? !columns.isEmpty()
                : new HashSet<>(columns).equals(new HashSet<>(key.referencedColumns()));
    }

    /** {@return the tables that the foreign keys that it adds or drops refer to} */
    Set<QualifiedName> referenced() {
        return foreignKeys().map(ForeignKey::referenced).collect(Collectors.toSet());
    }

    private Stream<ForeignKey> foreignKeys() {
        return operations.stream()
                .map(Alteration::constraint)
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast);
    }

    /** {@return whether two sets have a name in common, or may have because PostgreSQL chooses one} */
    static boolean shareNames(Set<String> one, Set<String> other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && (one.contains(ANY) || other.contains(ANY) || !Collections.disjoint(one, other));
    }

    /** {@return the names of the indexes and sequences that PostgreSQL drops with it} */
    Set<String> droppedNames() {
        return names(operation -> operation instanceof DropConstraint, operation -> operation instanceof DropColumn);
    }

    /** {@return the names of the indexes and sequences that PostgreSQL creates for it} */
    Set<String> createdNames() {
        return names(operation -> operation instanceof AddConstraint, Alteration::createsSequence);
    }

    private Set<String> names(Predicate<Operation> ofConstraints, Predicate<Operation> unnamed) {
        Set<String> names = new HashSet<>();
        for (Operation operation : operations) {
            Constraint constraint = constraint(operation);
            boolean hasIndex = !(constraint instanceof Check || constraint instanceof ForeignKey);
            if (ofConstraints.test(operation) && hasIndex) {
                names.add(constraint == null || constraint.name() == null ? ANY : constraint.name());
            } else if (unnamed.test(operation)) {
                names.add(ANY);
            }
        }
        return names;
    }

    private static boolean createsSequence(Operation operation) {
        if (operation instanceof AddColumn add) {
            return add.definition().value() instanceof Identity
                    || add.definition().type().sql().endsWith("serial");
        }
        return operation instanceof AlterColumnValue value && value.to() instanceof Identity;
    }

    private static @Nullable Constraint constraint(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return add.definition();
        }
        return operation instanceof DropConstraint drop ? drop.dropped() : null;
    }
}
