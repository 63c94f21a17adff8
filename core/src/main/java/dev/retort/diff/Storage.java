/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.Constraint.Exclusion;
import dev.retort.schema.Constraint.PrimaryKey;
import dev.retort.schema.Constraint.Unique;
import dev.retort.schema.IndexStorage;

/** How the index beneath a constraint is stored. */
final class Storage {

    private Storage() {}

    static IndexStorage of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.storage();
        }
        if (constraint instanceof Unique unique) {
            return unique.storage();
        }
        return constraint instanceof Exclusion exclusion ? exclusion.storage() : IndexStorage.DEFAULT;
    }

    /** {@return the constraint without name, comment and storage} */
    static Constraint without(Constraint constraint) {
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
