/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.internal.catalog.query.Parentheses;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads indexes, those of constraints too. */
final class IndexReader {

    private final Found found;
    private final ByOwner<IndexElement> elements = new ByOwner<>();
    private final ByOwner<String> includes = new ByOwner<>();

    private IndexReader(Found found) {
        this.found = found;
    }

    /** Reads the indexes of these relations. */
    static Indexes read(Found found, List<String> relations) throws SQLException {
        IndexReader reader = new IndexReader(found);
        found.session().query("index_elements", reader::addElement, relations);
        return new Indexes(found.session().query("indexes", reader::row, relations));
    }

    private boolean addElement(CatalogRow row) throws SQLException {
        long index = row.number("index");
        if (row.flag("included")) {
            includes.add(index, row.text("column"));
        } else {
            elements.add(index, element(row));
        }
        return true;
    }

    private static IndexElement element(CatalogRow row) throws SQLException {
        String expression = row.expressionOrNull("expression");
        return new IndexElement(
                row.textOrNull("column"),
                expression == null ? null : Parentheses.strip(expression),
                row.textOrNull("collation"),
                row.textOrNull("operator_class"),
                row.flag("descending"),
                row.flag("nulls_first"));
    }

    private IndexRow row(CatalogRow row) throws SQLException {
        long oid = row.number("oid");
        long relation = row.number("relation");
        boolean ofConstraint = row.flag("of_constraint");
        Index index = index(row, oid);
        AttachedIndex attached = attached(row, oid);
        if (!ofConstraint && attached == null) {
            QualifiedName table = Objects.requireNonNull(found.names().find(ObjectAddress.relation(relation)))
                    .name();
            found.names()
                    .add(ObjectAddress.relation(oid), ObjectKey.of(ObjectKind.INDEX, table.sibling(row.text("name"))));
        }
        return new IndexRow(oid, relation, index, ofConstraint, attached);
    }

    private @Nullable AttachedIndex attached(CatalogRow row, long oid) throws SQLException {
        String parent = row.textOrNull("parent");
        return parent == null
                ? null
                : new AttachedIndex(
                        row.text("name"),
                        parent,
                        row.text("label"),
                        row.text("columns"),
                        found.annotations().comment(ObjectAddress.relation(oid)));
    }

    private Index index(CatalogRow row, long oid) throws SQLException {
        return new Index(
                row.text("name"),
                row.flag("unique"),
                row.flag("nulls_not_distinct"),
                row.text("method"),
                elements.of(oid),
                includes.of(oid),
                row.expressionOrNull("predicate"),
                new IndexStorage(row.parameters("parameters"), row.textOrNull("tablespace")),
                row.flag("valid"),
                found.annotations().comment(ObjectAddress.relation(oid)));
    }
}
