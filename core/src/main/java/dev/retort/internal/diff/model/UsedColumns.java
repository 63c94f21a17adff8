/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that constraints and indexes are over, and words of their expressions that may be columns. */
public final class UsedColumns {

    private UsedColumns() {}

    public static Stream<String> of(Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return SqlText.possibleColumns(check.expression()).stream();
        }
        return constraint instanceof Constraint.Exclusion exclusion
                ? of(exclusion.elements(), exclusion.include(), exclusion.predicate())
                : Stream.empty();
    }

    public static Stream<String> of(Index index) {
        return of(index.elements(), index.include(), index.predicate());
    }

    private static Stream<String> of(List<IndexElement> elements, List<String> include, @Nullable String predicate) {
        Stream<String> columns = elements.stream().map(IndexElement::column).filter(Objects::nonNull);
        Stream<String> expressions =
                elements.stream().flatMap(element -> SqlText.possibleColumns(element.expression()).stream());
        return Stream.of(columns, expressions, include.stream(), SqlText.possibleColumns(predicate).stream())
                .flatMap(names -> names);
    }
}
