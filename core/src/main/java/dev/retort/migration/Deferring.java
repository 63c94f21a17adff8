/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;

/** Changes when a constraint is checked, whatever its kind. */
final class Deferring {

    private Deferring() {}

    static Constraint deferred(Constraint constraint, Deferrability when) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(
                    key.name(),
                    key.columns(),
                    key.include(),
                    key.withoutOverlaps(),
                    when,
                    key.storage(),
                    key.comment());
        }
        if (constraint instanceof Constraint.Unique key) {
            return new Constraint.Unique(
                    key.name(),
                    key.columns(),
                    key.include(),
                    key.nullsNotDistinct(),
                    key.withoutOverlaps(),
                    when,
                    key.storage(),
                    key.comment());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    key.columns(),
                    key.referenced(),
                    key.referencedColumns(),
                    key.onUpdate(),
                    key.onDelete(),
                    key.onDeleteColumns(),
                    key.matchFull(),
                    key.period(),
                    when,
                    key.validated(),
                    key.enforced(),
                    key.comment());
        }
        if (constraint instanceof Constraint.Exclusion key) {
            return new Constraint.Exclusion(
                    key.name(),
                    key.method(),
                    key.elements(),
                    key.operators(),
                    key.include(),
                    key.predicate(),
                    when,
                    key.storage(),
                    key.comment());
        }
        throw new IllegalStateException("A check constraint cannot be deferred");
    }
}
