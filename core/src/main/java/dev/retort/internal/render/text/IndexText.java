/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.stream.Collectors;

/** Writes {@code CREATE INDEX} and what indexes share with constraints. */
public record IndexText(Dialect dialect) {

    /**
     * {@return the statement that builds an index}
     *
     * @param table the table
     * @param index the index
     * @param words {@code CONCURRENTLY }, {@code IF NOT EXISTS }, both or nothing
     */
    public String create(QualifiedName table, Index index, String words) {
        StringBuilder text = new StringBuilder("CREATE ")
                .append(index.unique() ? "UNIQUE INDEX " : "INDEX ")
                .append(words)
                .append(index.name() == null ? "" : dialect.quote(index.name()) + " ")
                .append(index.valid() ? "ON " : "ON ONLY ")
                .append(dialect.name(table))
                .append(index.method().equals("btree") ? "" : " USING " + dialect.quote(index.method()));
        text.append(index.elements().stream().map(this::element).collect(Collectors.joining(", ", " (", ")")));
        if (!index.include().isEmpty()) {
            text.append(" INCLUDE ").append(dialect.list(index.include()));
        }
        if (index.nullsNotDistinct()) {
            dialect.require(15, "NULLS NOT DISTINCT");
            text.append(" NULLS NOT DISTINCT");
        }
        text.append(parameters(index)).append(tablespace(index));
        return text.append(index.predicate() == null ? "" : " WHERE " + index.predicate())
                .toString();
    }

    private String parameters(Index index) {
        return index.storage().parameters().isEmpty()
                ? ""
                : " WITH " + dialect.parameters(index.storage().parameters());
    }

    private String tablespace(Index index) {
        String tablespace = index.storage().tablespace();
        return tablespace == null ? "" : " TABLESPACE " + dialect.quote(tablespace);
    }

    /** {@return a column or expression with its order} */
    String element(IndexElement element) {
        StringBuilder text = new StringBuilder(
                element.column() == null ? "(" + element.expression() + ")" : dialect.quote(element.column()));
        if (element.collation() != null) {
            text.append(" COLLATE ").append(element.collation());
        }
        if (element.operatorClass() != null) {
            text.append(' ').append(element.operatorClass());
        }
        text.append(element.descending() ? " DESC" : "");
        if (element.nullsFirst() != element.descending()) {
            text.append(element.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return text.toString();
    }
}
