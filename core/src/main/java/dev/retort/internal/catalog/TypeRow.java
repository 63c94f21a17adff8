/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code pg_type}.
 *
 * @param oid its oid
 * @param name its name
 * @param kind the catalog's letter for what it is
 * @param labels the values of an enum
 * @param attributes the oid of the relation that has the attributes of a composite type; zero for other types
 * @param baseType the underlying type of a domain; empty for other types
 * @param collation the collation of a domain
 * @param defaultExpression the default of a domain
 * @param notNull whether a domain is {@code NOT NULL}
 */
record TypeRow(
        long oid,
        QualifiedName name,
        char kind,
        List<String> labels,
        long attributes,
        String baseType,
        @Nullable String collation,
        @Nullable String defaultExpression,
        boolean notNull) {

    static TypeRow read(CatalogRow row) throws SQLException {
        String baseType = row.textOrNull("base_type");
        return new TypeRow(
                row.number("oid"),
                row.qualifiedName(),
                row.code("kind"),
                row.texts("labels"),
                row.number("attributes"),
                baseType == null ? "" : baseType,
                row.textOrNull("collation"),
                row.textOrNull("default_expression"),
                row.flag("not_null"));
    }

    ObjectKey key() {
        return ObjectKey.of(kind == 'd' ? ObjectKind.DOMAIN : ObjectKind.TYPE, name);
    }

    ObjectAddress address() {
        return ObjectAddress.type(oid);
    }

    /** {@return whether it is one of the kinds that are described} */
    boolean isDescribed() {
        return kind == 'e' || kind == 'c' || kind == 'd' || kind == 'r';
    }
}
