/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

/**
 * A dependency of one object on another, as in {@code pg_depend}.
 *
 * @param dependent needs the other: must be created after it and dropped before it
 * @param needed what it needs; a column where a view, a rule or an expression needs just that
 * @since 0.1
 */
public record Dependency(ObjectKey dependent, ObjectKey needed) implements Comparable<Dependency> {

    /**
     * {@return whether this is the key or unique index that a foreign key uses} PostgreSQL chooses it when it creates the foreign
     * key, so that two schemas may be the same but for this.
     */
    public boolean isUseOfKey() {
        return dependent.kind() == ObjectKind.CONSTRAINT
                && (needed.kind() == ObjectKind.CONSTRAINT || needed.kind() == ObjectKind.INDEX);
    }

    /** Orders by dependent, then by what it needs. */
    @Override
    public int compareTo(Dependency other) {
        int byDependent = dependent.compareTo(other.dependent);
        return byDependent != 0 ? byDependent : needed.compareTo(other.needed);
    }
}
