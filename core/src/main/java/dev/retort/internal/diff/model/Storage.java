/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.IndexStorage;

/** The storage of the index of a constraint. */
public final class Storage {

    private Storage() {}

    public static IndexStorage of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.storage();
        }
        if (constraint instanceof Unique unique) {
            return unique.storage();
        }
        return constraint instanceof Exclusion exclusion ? exclusion.storage() : IndexStorage.DEFAULT;
    }

    /** {@return the constraint without name, comment and storage} */
    public static Constraint without(Constraint constraint) {
        Constraint meaning = NewTable.meaning(constraint);
        if (meaning instanceof PrimaryKey key) {
            return new PrimaryKey(
                    null,
                    key.columns(),
                    key.include(),
                    key.withoutOverlaps(),
                    key.deferrability(),
                    IndexStorage.DEFAULT,
                    null);
        }
        if (meaning instanceof Unique unique) {
            return new Unique(
                    null,
                    unique.columns(),
                    unique.include(),
                    unique.nullsNotDistinct(),
                    unique.withoutOverlaps(),
                    unique.deferrability(),
                    IndexStorage.DEFAULT,
                    null);
        }
        if (meaning instanceof Exclusion exclusion) {
            return new Exclusion(
                    null,
                    exclusion.method(),
                    exclusion.elements(),
                    exclusion.operators(),
                    exclusion.include(),
                    exclusion.predicate(),
                    exclusion.deferrability(),
                    IndexStorage.DEFAULT,
                    null);
        }
        return meaning;
    }
}
