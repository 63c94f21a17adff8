/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import java.util.function.UnaryOperator;

/**
 * A constraint as a revision writes it: {@code unique("email").named("uq_customer_email")}.
 *
 * <p>Immutable: each method gives another definition.
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
     * Lets no two rows be alike by their nulls either (PostgreSQL 15).
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException when this is no unique constraint
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
        throw new IllegalStateException("nullsNotDistinct() is said of unique constraints");
    }

    /**
     * Says what the deletion of a referenced row does.
     *
     * @param action {@code CASCADE}, {@code SET NULL}, {@code RESTRICT}, ...; {@code NO ACTION} unless this is called
     * @return another definition of the foreign key; this one stays as it is
     * @throws IllegalStateException when this is no foreign key
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
     * Says what an update of a referenced row does.
     *
     * @param action {@code CASCADE}, {@code SET NULL}, {@code RESTRICT}, ...; {@code NO ACTION} unless this is called
     * @return another definition of the foreign key; this one stays as it is
     * @throws IllegalStateException when this is no foreign key
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
     * Leaves the rows that are there unchecked until {@link Operations#validateConstraint}: the table is locked for an
     * instant only.
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
     * Has transactions check the constraint at their end.
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException when this is a check, which cannot wait
     */
    public ConstraintDefinition deferred() {
        return deferrable(Deferrability.INITIALLY_DEFERRED);
    }

    /**
     * Lets transactions put off checking the constraint.
     *
     * @return another definition of the constraint with it; this one stays as it is
     * @throws IllegalStateException when this is a check, which cannot wait
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
                method + "() is said of " + constraint.getClass().getSimpleName() + ", which has no such property");
    }
}
