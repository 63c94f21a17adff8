/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of its table that a constraint or an index uses. */
public final class PartColumns {

    private PartColumns() {}

    /** {@return the columns; of an expression every word that could be one} */
    public static Set<String> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return union(key.columns(), key.include());
        }
        if (constraint instanceof Unique unique) {
            return union(unique.columns(), unique.include());
        }
        if (constraint instanceof ForeignKey key) {
            return Set.copyOf(key.columns());
        }
        if (constraint instanceof Check check) {
            return SqlText.words(check.expression());
        }
        Exclusion exclusion = (Exclusion) constraint;
        return columns(exclusion.elements(), exclusion.include(), exclusion.predicate());
    }

    /** {@return the columns; of an expression every word that could be one} */
    public static Set<String> columns(Index index) {
        return columns(index.elements(), index.include(), index.predicate());
    }

    private static Set<String> columns(List<IndexElement> elements, List<String> include, @Nullable String predicate) {
        Set<String> columns = new HashSet<>(include);
        for (IndexElement element : elements) {
            if (element.column() != null) {
                columns.add(element.column());
            }
            columns.addAll(SqlText.words(element.expression()));
        }
        columns.addAll(SqlText.words(predicate));
        return columns;
    }

    private static Set<String> union(List<String> some, List<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
