/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import java.util.Locale;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names of Hibernate's metadata as PostgreSQL has them.
 *
 * @param defaultSchema the schema of tables without one; {@code null} for the session's
 */
record MetadataNames(@Nullable String defaultSchema) {

    QualifiedName of(Table table) {
        return of(table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    QualifiedName of(@Nullable Identifier schema, Identifier name) {
        return new QualifiedName(schema == null ? defaultSchema : of(schema), of(name));
    }

    ColumnName of(Table table, Column column) {
        return new ColumnName(of(table), of(column));
    }

    static String of(Column column) {
        return folded(column.getName(), column.isQuoted());
    }

    static String of(Identifier identifier) {
        return folded(identifier.getText(), identifier.isQuoted());
    }

    /** PostgreSQL folds unquoted names to lower case. */
    static String folded(String name, boolean quoted) {
        return quoted ? name : name.toLowerCase(Locale.ROOT);
    }
}
