/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.name.ObjectKey;
import java.util.List;

/**
 * Selects the objects that are compared.
 *
 * @param include what is compared; empty for everything
 * @param exclude what is not, even where it is included
 * @since 0.1
 */
public record ObjectFilter(List<NamePattern> include, List<NamePattern> exclude) {

    /** Everything but the tables in which migration tools keep their state. */
    public static final ObjectFilter DEFAULT = new ObjectFilter(
            List.of(),
            List.of(
                    NamePattern.parse("table:alembic_version"),
                    NamePattern.parse("table:retort_history"),
                    NamePattern.parse("table:retort_script"),
                    NamePattern.parse("table:retort_progress"),
                    NamePattern.parse("table:flyway_schema_history"),
                    NamePattern.parse("table:databasechangelog"),
                    NamePattern.parse("table:databasechangeloglock")));

    /**
     * Copies the lists.
     *
     * @param include what is compared; empty for everything
     * @param exclude what is not, even where it is included
     */
    public ObjectFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /**
     * {@return this filter with more to leave out}
     *
     * @param more patterns besides those that exclude already
     */
    public ObjectFilter without(List<NamePattern> more) {
        return new ObjectFilter(
                include,
                java.util.stream.Stream.concat(exclude.stream(), more.stream()).toList());
    }

    /**
     * {@return this filter with these as the only ones}
     *
     * @param these patterns in place of those that include; empty for everything
     */
    public ObjectFilter only(List<NamePattern> these) {
        return new ObjectFilter(these, exclude);
    }

    /**
     * {@return whether an object is compared}
     *
     * @param key a table, view, sequence, type or routine
     */
    public boolean admits(ObjectKey key) {
        boolean included = include.isEmpty()
                || include.stream().noneMatch(NamePattern::isForObjects)
                || include.stream().anyMatch(pattern -> pattern.matches(key));
        return included && exclude.stream().noneMatch(pattern -> pattern.matches(key));
    }

    /** {@return whether a part of a compared table may be excluded} */
    public boolean concernsParts() {
        return exclude.stream().anyMatch(pattern -> !pattern.isForObjects());
    }

    /**
     * {@return whether a part of a table is compared, given that the table is}
     *
     * @param key a column, constraint, index, trigger or policy with its table
     */
    public boolean admitsPart(ObjectKey key) {
        return exclude.stream().noneMatch(pattern -> pattern.matches(key));
    }
}
