/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ConstraintText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.IndexText;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.ConstraintOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.retort.operation.ConstraintOperation.AlterDeferrability;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraintKeepingIndex;
import dev.retort.operation.ConstraintOperation.InvalidateConstraint;
import dev.retort.operation.ConstraintOperation.SetEnforced;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes operations on constraints. */
record ConstraintSql(Dialect dialect) implements ConstraintOperation.Visitor<List<String>> {

    @Override
    public List<String> addConstraint(AddConstraint operation) {
        return add(operation.table(), operation.definition());
    }

    private List<String> add(QualifiedName table, Constraint constraint) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(table) + "ADD " + new ConstraintText(dialect).definition(constraint));
        addComment(statements, table, constraint);
        return statements;
    }

    private void addComment(List<String> statements, QualifiedName table, Constraint constraint) {
        String name = constraint.name();
        if (name != null) {
            new ObjectText(dialect)
                    .addComment(statements, ObjectKey.of(ObjectKind.CONSTRAINT, table, name), constraint.comment());
        }
    }

    @Override
    public List<String> dropConstraint(DropConstraint operation) {
        return List.of(alter(operation.table()) + "DROP CONSTRAINT " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.quote(operation.name()) + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> validateConstraint(ValidateConstraint operation) {
        return List.of(alter(operation.table()) + "VALIDATE CONSTRAINT " + dialect.quote(operation.name()));
    }

    @Override
    public List<String> invalidateConstraint(InvalidateConstraint operation) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation.table()) + "DROP CONSTRAINT " + dialect.quote(operation.name()));
        statements.addAll(add(operation.table(), unvalidated(operation.definition())));
        return statements;
    }

    private static Constraint unvalidated(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.withValidated(false);
        }
        return constraint instanceof Constraint.Check check ? check.withValidated(false) : constraint;
    }

    @Override
    public List<String> alterDeferrability(AlterDeferrability operation) {
        return List.of(alter(operation.table()) + "ALTER CONSTRAINT " + dialect.quote(operation.name()) + " "
                + ConstraintText.words(operation.to()));
    }

    @Override
    public List<String> setEnforced(SetEnforced operation) {
        dialect.require(18, "NOT ENFORCED constraints");
        return List.of(alter(operation.table()) + "ALTER CONSTRAINT " + dialect.quote(operation.name())
                + (operation.enforced() ? " ENFORCED" : " NOT ENFORCED"));
    }

    @Override
    public List<String> addConstraintUsingIndex(AddConstraintUsingIndex operation) {
        Constraint constraint = operation.definition();
        boolean primary = constraint instanceof Constraint.PrimaryKey;
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation.table()) + "ADD " + new ConstraintText(dialect).named(constraint.name())
                + (primary ? "PRIMARY KEY" : "UNIQUE") + " USING INDEX "
                + dialect.quote(Objects.requireNonNull(operation.index().name()))
                + ConstraintText.deferrable(deferrability(constraint)));
        addComment(statements, operation.table(), constraint);
        return statements;
    }

    private static Deferrability deferrability(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.deferrability();
        }
        return constraint instanceof Constraint.Unique unique ? unique.deferrability() : Deferrability.NOT_DEFERRABLE;
    }

    @Override
    public List<String> dropConstraintKeepingIndex(DropConstraintKeepingIndex operation) {
        String name = Objects.requireNonNull(operation.definition().name());
        return List.of(
                alter(operation.table()) + "DROP CONSTRAINT " + dialect.quote(name),
                new IndexText(dialect).create(operation.table(), operation.index(), ""));
    }

    private String alter(QualifiedName table) {
        return "ALTER TABLE " + dialect.name(table) + " ";
    }
}
