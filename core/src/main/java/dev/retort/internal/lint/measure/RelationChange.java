/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import org.jspecify.annotations.Nullable;

/**
 * A relation before and after a statement.
 *
 * @param before {@code null} when the statement creates it
 * @param after {@code null} when the statement drops it
 */
public record RelationChange(
        @Nullable RelationFacts before, @Nullable RelationFacts after) {

    /** {@return the relation under either name, the former one first} */
    public RelationFacts any() {
        return before != null ? before : java.util.Objects.requireNonNull(after);
    }

    /** {@return the change from what is after this one to what was before it} */
    public RelationChange reversed() {
        return new RelationChange(/* before= */ after, /* after= */ before);
    }
}
