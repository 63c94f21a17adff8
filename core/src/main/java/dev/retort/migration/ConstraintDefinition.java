/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import java.util.function.UnaryOperator;

/**
 * A constraint as a revision writes it: {@code unique("email").named("uq_customer_email")}.
 *
 * <p>Immutable: each method returns a new definition.
 *
 * @param constraint the constraint
 * @since 0.1
 */
public record ConstraintDefinition(Constraint constraint) implements TableElement {

    /**
     * Names the constraint; without a name PostgreSQL chooses one.
     *
     * @param name unquoted
     * @return another definition of the constraint with it; this one stays as it is
     */
    public ConstraintDefinition named(String name) {
        return new ConstraintDefinition(constraint.withName(Names.withoutSchema(name)));
    }

    /**
     * Gives the constraint a comment.
     *
     * @param text the comment
     * @return another definition of the constraint with it; this one stays as it is
     */
    public ConstraintDefinition comment(String text) {
        return new ConstraintDefinition(constraint.withComment(text));
    }

    /**
     * Sets {@code NULLS NOT DISTINCT} (PostgreSQL 15).
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException if this is not a unique constraint
     */
    public ConstraintDefinition nullsNotDistinct() {
        if (constraint instanceof Constraint.Unique key) {
            return new ConstraintDefinition(new Constraint.Unique(
                    key.name(),
                    key.columns(),
                    key.include(),
                    true,
                    key.withoutOverlaps(),
                    key.deferrability(),
                    key.storage(),
                    key.comment()));
        }
        throw new IllegalStateException("nullsNotDistinct() applies only to unique constraints");
    }

    /**
     * Sets the {@code ON DELETE} action.
     *
     * @param action {@code CASCADE}, {@code SET NULL}, {@code RESTRICT}, ...; {@code NO ACTION} unless this is called
     * @return another definition of the foreign key; this one stays as it is
     * @throws IllegalStateException if this is not a foreign key
     */
    public ConstraintDefinition onDelete(ForeignKeyAction action) {
        return foreignKey(
                "onDelete",
                key -> new Constraint.ForeignKey(
                        key.name(),
                        key.columns(),
                        key.referenced(),
                        key.referencedColumns(),
                        key.onUpdate(),
                        action,
                        key.onDeleteColumns(),
                        key.matchFull(),
                        key.period(),
                        key.deferrability(),
                        key.validated(),
                        key.enforced(),
                        key.comment()));
    }

    /**
     * Sets the {@code ON UPDATE} action.
     *
     * @param action {@code CASCADE}, {@code SET NULL}, {@code RESTRICT}, ...; {@code NO ACTION} unless this is called
     * @return another definition of the foreign key; this one stays as it is
     * @throws IllegalStateException if this is not a foreign key
     */
    public ConstraintDefinition onUpdate(ForeignKeyAction action) {
        return foreignKey(
                "onUpdate",
                key -> new Constraint.ForeignKey(
                        key.name(),
                        key.columns(),
                        key.referenced(),
                        key.referencedColumns(),
                        action,
                        key.onDelete(),
                        key.onDeleteColumns(),
                        key.matchFull(),
                        key.period(),
                        key.deferrability(),
                        key.validated(),
                        key.enforced(),
                        key.comment()));
    }

    /**
     * Adds the constraint as {@code NOT VALID}: existing rows are unchecked until
     * {@link Operations#validateConstraint}, and the lock of the table is short.
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException when this is neither a foreign key nor a check
     */
    public ConstraintDefinition notValid() {
        if (constraint instanceof Constraint.Check check) {
            return new ConstraintDefinition(check.withValidated(false));
        }
        return foreignKey("notValid", key -> key.withValidated(false));
    }

    /**
     * Sets {@code DEFERRABLE INITIALLY DEFERRED}.
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException if this is a check, which cannot be deferred
     */
    public ConstraintDefinition deferred() {
        return deferrable(Deferrability.INITIALLY_DEFERRED);
    }

    /**
     * Sets {@code DEFERRABLE}.
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException if this is a check, which cannot be deferred
     */
    public ConstraintDefinition deferrable() {
        return deferrable(Deferrability.INITIALLY_IMMEDIATE);
    }

    private ConstraintDefinition deferrable(Deferrability when) {
        return new ConstraintDefinition(Deferring.deferred(constraint, when));
    }

    private ConstraintDefinition foreignKey(String method, UnaryOperator<Constraint.ForeignKey> change) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return new ConstraintDefinition(change.apply(key));
        }
        throw new IllegalStateException(
                method + "() does not apply to " + constraint.getClass().getSimpleName());
    }
}
