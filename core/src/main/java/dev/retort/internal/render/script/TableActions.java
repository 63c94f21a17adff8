/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.script.TableAction.Pass;
import dev.retort.internal.render.text.ConstraintText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.operation.ColumnOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.Transactionality;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.None;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which operations are an action of {@code ALTER TABLE} that may share a statement with others. What takes long
 * and is split for a shorter lock, and what PostgreSQL takes only alone, is none.
 */
record TableActions(Dialect dialect) {

    /** An action without its text. */
    private record Shape(
            QualifiedName table,
            Pass pass,
            Set<String> names,
            @Nullable String mentioned) {}

    /** {@return the action, or {@code null} if the operation has a separate statement} */
    @Nullable
    TableAction of(RenderedOperation step, Function<Operation, List<String>> renderer) {
        Operation operation = step.operation();
        Shape shape = operation.transactionality() == Transactionality.INSIDE ? shape(operation) : null;
        return shape == null ? null : action(step, shape, renderer.apply(operation));
    }

    private @Nullable TableAction action(RenderedOperation step, Shape shape, List<String> statements) {
        if (statements.isEmpty()) {
            return null;
        }
        Operation operation = step.operation();
        boolean alone =
                statements.size() > 1 && !(operation instanceof AddColumn || operation instanceof AddConstraint);
        String head = "ALTER TABLE " + dialect.name(shape.table()) + " ";
        String first = statements.get(0);
        boolean comment = first.substring(first.lastIndexOf('\n') + 1).contains("--");
        if (alone || comment || !first.startsWith(head)) {
            return null;
        }
        Pass pass = shape.pass() == Pass.ATTRIBUTE && first.startsWith("ADD ", head.length())
                ? Pass.CONSTRAINT
                : shape.pass();
        return new TableAction(
                shape.table(),
                pass,
                shape.names(),
                first.substring(head.length()),
                shape.mentioned(),
                step.notes(),
                statements.subList(1, statements.size()));
    }

    private @Nullable Shape shape(Operation operation) {
        if (operation instanceof ColumnOperation column) {
            Pass pass = pass(column);
            return pass == null ? null : new Shape(column.table(), pass, Set.of(column.column()), "");
        }
        if (operation instanceof AddConstraint added && isChecked(added.definition())) {
            String name = added.definition().name();
            return new Shape(added.table(), Pass.CONSTRAINT, name == null ? Set.of() : Set.of(name), "");
        }
        if (operation instanceof DropConstraint drop && !drop.ifExists() && !drop.cascade()) {
            String text = drop.dropped() == null ? null : new ConstraintText(dialect).definition(drop.dropped());
            return new Shape(drop.table(), Pass.DROP, Set.of(drop.name()), text);
        }
        if (operation instanceof SetRowSecurity || operation instanceof ForceRowSecurity) {
            return new Shape(((TableOperation) operation).table(), Pass.OPTION, Set.of(), "");
        }
        return operation instanceof SetStorageParameters parameters
                ? new Shape(parameters.object().name(), Pass.OPTION, Set.of(), "")
                : null;
    }

    /** A constraint that is not validated is added to let others write while it is: it takes the lock briefly. */
    private static boolean isChecked(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.validated();
        }
        return !(constraint instanceof Check check) || check.validated();
    }

    private static @Nullable Pass pass(ColumnOperation operation) {
        if (operation instanceof AddColumn added) {
            return added.ifNotExists() ? null : Pass.ADD;
        }
        if (operation instanceof DropColumn drop) {
            return drop.ifExists() || drop.cascade() || drop.only() ? null : Pass.DROP;
        }
        if (operation instanceof AlterColumnType) {
            return Pass.TYPE;
        }
        if (operation instanceof AlterColumnNullability nullability) {
            return pass(nullability);
        }
        return operation instanceof AlterColumnValue value ? pass(value) : Pass.ATTRIBUTE;
    }

    private static @Nullable Pass pass(AlterColumnNullability operation) {
        if (operation.to() == null) {
            return Pass.DROP;
        }
        return operation.from() == null && operation.to().validated() ? Pass.ATTRIBUTE : null;
    }

    /** An identity has a sequence, and an expression the columns that it is over: these change alone. */
    private static @Nullable Pass pass(AlterColumnValue operation) {
        ColumnValue from = operation.from();
        boolean plain = from == null || from instanceof None || from instanceof Default;
        if (!plain) {
            return null;
        }
        if (operation.to() instanceof None) {
            return Pass.DROP;
        }
        return operation.to() instanceof Default ? Pass.ATTRIBUTE : null;
    }
}
