/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a unique constraint or a unique index.
 *
 * @param elements columns and expressions, without their order in the index
 * @param nullsNotDistinct whether two nulls are the same
 * @param predicate the condition of the rows; {@code null} for all rows
 */
record UniqueKey(
        List<IndexElement> elements,
        boolean nullsNotDistinct,
        @Nullable String predicate) {

    /** {@return the key of a constraint; {@code null} for one that is no plain key} */
    static @Nullable UniqueKey of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key && !key.withoutOverlaps()) {
            return ofColumns(key.columns(), false);
        }
        return constraint instanceof Unique unique && !unique.withoutOverlaps()
                ? ofColumns(unique.columns(), unique.nullsNotDistinct())
                : null;
    }

    /** {@return the key of an index; {@code null} for one that is not unique, or of which PostgreSQL checks no rows} */
    static @Nullable UniqueKey of(Index index) {
        List<IndexElement> elements = index.elements().stream()
                .map(element -> new IndexElement(
                        element.column(),
                        element.expression(),
                        element.collation(),
                        element.operatorClass(),
                        false,
                        false))
                .toList();
        return index.unique() && index.valid()
                ? new UniqueKey(elements, index.nullsNotDistinct(), index.predicate())
                : null;
    }

    /** {@return the keys of a table} */
    static List<UniqueKey> of(Table table) {
        return Stream.concat(
                        table.constraints().stream().map(UniqueKey::of),
                        table.indexes().stream().map(UniqueKey::of))
                .filter(Objects::nonNull)
                .toList();
    }

    private static UniqueKey ofColumns(List<String> columns, boolean nullsNotDistinct) {
        return new UniqueKey(columns.stream().map(IndexElement::column).toList(), nullsNotDistinct, null);
    }

    /** {@return its plain columns} */
    List<String> columns() {
        return elements.stream()
                .map(IndexElement::column)
                .filter(Objects::nonNull)
                .toList();
    }

    /** {@return its columns, and every word of its expressions that could be one} */
    Set<String> words() {
        Set<String> words = new HashSet<>(columns());
        elements.forEach(element -> words.addAll(SqlText.words(element.expression())));
        words.addAll(SqlText.words(predicate));
        return words;
    }

    /** {@return its elements as a sentence names them} */
    String inWords() {
        List<String> names = elements.stream()
                .map(element -> element.column() == null ? element.expression() : element.column())
                .toList();
        return names.size() == 1 ? String.valueOf(names.get(0)) : "(" + String.join(", ", names) + ")";
    }
}
