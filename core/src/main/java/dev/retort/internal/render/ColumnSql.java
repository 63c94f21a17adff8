/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ColumnText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.ColumnOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnCompression;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnOptions;
import dev.retort.operation.ColumnOperation.AlterColumnStatistics;
import dev.retort.operation.ColumnOperation.AlterColumnStorage;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes operations on columns. */
record ColumnSql(Dialect dialect) implements ColumnOperation.Visitor<List<String>> {

    @Override
    public List<String> addColumn(AddColumn operation) {
        Column column = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + dialect.name(operation.table()) + " ADD COLUMN "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + new ColumnText(dialect).definition(column));
        NotNull notNull = column.notNull();
        if (notNull != null && !notNull.validated()) {
            statements.add(addNotNull(operation.table(), column.name(), notNull));
        }
        statements.addAll(extras(operation.table(), column));
        new ObjectText(dialect).addColumns(statements, operation.table(), List.of(column));
        return statements;
    }

    /** {@return what the definition of a column cannot say} */
    List<String> extras(QualifiedName table, Column column) {
        List<String> extras = new ArrayList<>();
        if (column.storage() != null && !dialect.version().atLeast(16)) {
            extras.add(alter(table, column.name()) + "SET STORAGE " + column.storage());
        }
        if (column.statistics() != null) {
            extras.add(alter(table, column.name()) + "SET STATISTICS " + column.statistics());
        }
        if (!column.options().isEmpty()) {
            extras.add(alter(table, column.name()) + "SET " + dialect.parameters(column.options()));
        }
        return extras;
    }

    /** Since 18 the parent's {@code NOT NULL} is a constraint: dropped with the column, it leaves the child's inherited from nothing. */
    @Override
    public List<String> dropColumn(DropColumn operation) {
        String table = (operation.only() ? "ONLY " : "") + dialect.name(operation.table());
        String drop = "ALTER TABLE " + table + " DROP COLUMN " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.quote(operation.column()) + (operation.cascade() ? " CASCADE" : "");
        Column dropped = operation.dropped();
        boolean isInherited = operation.only()
                && dropped != null
                && dropped.isNotNull()
                && dialect.version().atLeast(18);
        return isInherited
                ? List.of(
                        "ALTER TABLE " + table + " ALTER COLUMN " + dialect.quote(operation.column())
                                + " DROP NOT NULL",
                        drop)
                : List.of(drop);
    }

    @Override
    public List<String> alterColumnType(AlterColumnType operation) {
        String collation = operation.to().collation();
        return List.of(alter(operation) + "TYPE " + operation.to().type().sql()
                + (collation == null ? "" : " COLLATE " + collation)
                + (operation.using() == null ? "" : " USING " + operation.using()));
    }

    @Override
    public List<String> alterColumnNullability(AlterColumnNullability operation) {
        NotNull from = operation.from();
        NotNull to = operation.to();
        if (from == null || to == null) {
            return List.of(to == null ? alter(operation) + "DROP NOT NULL" : setNotNull(operation, to));
        }
        if (operation.validates()) {
            dialect.require(18, "NOT NULL constraints that are not validated");
            return List.of(
                    from.name() == null
                            ? alter(operation) + "SET NOT NULL"
                            : "ALTER TABLE " + dialect.name(operation.table()) + " VALIDATE CONSTRAINT "
                                    + dialect.quote(from.name()));
        }
        String old = from.name();
        String name = to.name();
        if (old != null
                && name != null
                && isRenamed(from, to)
                && dialect.version().atLeast(18)) {
            ObjectKey constraint = ObjectKey.of(ObjectKind.CONSTRAINT, operation.table(), old);
            return new ObjectSql(dialect).rename(new Rename(constraint, name));
        }
        return dialect.version().atLeast(18) && !from.equals(to)
                ? List.of(alter(operation) + "DROP NOT NULL", setNotNull(operation, to))
                : List.of();
    }

    /** What is the same but for its name: a column in a primary key could not do without it meanwhile. */
    private static boolean isRenamed(NotNull from, NotNull to) {
        return !from.equals(to) && to.equals(new NotNull(to.name(), from.noInherit(), from.validated()));
    }

    private String setNotNull(AlterColumnNullability operation, NotNull notNull) {
        boolean special = notNull.noInherit() || !notNull.validated();
        boolean named = notNull.name() != null && dialect.version().atLeast(18);
        return special || named
                ? addNotNull(operation.table(), operation.column(), notNull)
                : alter(operation) + "SET NOT NULL";
    }

    private String addNotNull(QualifiedName table, String column, NotNull notNull) {
        return "ALTER TABLE " + dialect.name(table) + " ADD "
                + new ColumnText(dialect).notNullConstraint(column, notNull);
    }

    @Override
    public List<String> alterColumnValue(AlterColumnValue operation) {
        return new ColumnValueSql(dialect, operation).statements();
    }

    @Override
    public List<String> alterColumnStorage(AlterColumnStorage operation) {
        if (operation.to().equals("DEFAULT") && !dialect.version().atLeast(16)) {
            return List.of(defaultStorage(operation));
        }
        return List.of(alter(operation) + "SET STORAGE " + operation.to());
    }

    /** Before 16 only the catalog knows the storage of a type. */
    private String defaultStorage(AlterColumnStorage operation) {
        return """
            DO $do$
            BEGIN
                EXECUTE (
                    SELECT pg_catalog.concat(%s, CASE
                        WHEN t.typstorage OPERATOR(pg_catalog.=) 'p' THEN 'PLAIN'
                        WHEN t.typstorage OPERATOR(pg_catalog.=) 'e' THEN 'EXTERNAL'
                        WHEN t.typstorage OPERATOR(pg_catalog.=) 'm' THEN 'MAIN'
                        ELSE 'EXTENDED' END)
                    FROM pg_catalog.pg_attribute a
                    JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
                    WHERE a.attrelid OPERATOR(pg_catalog.=) %s::pg_catalog.regclass
                        AND a.attname OPERATOR(pg_catalog.=) %s
                );
            END
            $do$\
            """.formatted(
                        Identifiers.literal(alter(operation) + "SET STORAGE "),
                        Identifiers.literal(dialect.name(operation.table())),
                        Identifiers.literal(operation.column()));
    }

    @Override
    public List<String> alterColumnCompression(AlterColumnCompression operation) {
        dialect.require(14, "compression of columns");
        return List.of(alter(operation) + "SET COMPRESSION " + operation.to());
    }

    @Override
    public List<String> alterColumnStatistics(AlterColumnStatistics operation) {
        return List.of(alter(operation) + "SET STATISTICS " + operation.to());
    }

    @Override
    public List<String> alterColumnOptions(AlterColumnOptions operation) {
        Map<String, String> before = operation.from() == null ? Map.of() : operation.from();
        return dialect.changes(before, operation.to()).stream()
                .map(change -> alter(operation) + change)
                .toList();
    }

    private String alter(ColumnOperation operation) {
        return alter(operation.table(), operation.column());
    }

    private String alter(QualifiedName table, String column) {
        return "ALTER TABLE " + dialect.name(table) + " ALTER COLUMN " + dialect.quote(column) + " ";
    }
}
