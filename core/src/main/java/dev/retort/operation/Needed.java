/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import org.jspecify.annotations.Nullable;

/** What a reversal needs of its operation. */
final class Needed {

    private Needed() {}

    /** {@return what was dropped, unless more went with it than anybody knows} */
    static <T> T dropped(Operation operation, boolean cascade, @Nullable T dropped) {
        if (cascade) {
            throw IrreversibleOperationException.impossible(
                    operation, "CASCADE drops all dependent objects, and the operation does not name them.");
        }
        return of(operation, dropped, "the definition of the dropped object");
    }

    /** {@return what was there before} */
    static <T> T from(Operation operation, @Nullable T from) {
        return of(operation, from, "the previous value");
    }

    /** {@return the name under which it can be dropped again} */
    static String name(Operation operation, @Nullable String name) {
        return of(operation, name, "the name, which PostgreSQL then chooses");
    }

    /** Refuses a constraint that no index can become, and either without a name. */
    static void indexed(Constraint constraint, Index index) {
        boolean possible = constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
        if (!possible || constraint.name() == null || index.name() == null) {
            throw new IllegalArgumentException(
                    "An index becomes a primary key or a unique constraint; both have names");
        }
    }

    /** Refuses a value of an enum type that comes both before and after another. */
    static void onePlace(@Nullable String before, @Nullable String after) {
        if (before != null && after != null) {
            throw new IllegalArgumentException("A value comes before another or after another, not both");
        }
    }

    static <T> T of(Operation operation, @Nullable T value, String missing) {
        if (value == null) {
            throw IrreversibleOperationException.missing(operation, missing);
        }
        return value;
    }
}
