/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The constraints and indexes whose names the classes state. Hibernate remembers it of unique keys only; the other names
 * are compared with those that the naming strategy gives.
 */
final class ConstraintNames {

    private final ImplicitNamingStrategy strategy;
    private final MetadataBuildingContext context;
    private final MetadataNames names;

    ConstraintNames(MetadataBuildingContext context, MetadataNames names) {
        this.strategy = context.getBuildingOptions().getImplicitNamingStrategy();
        this.context = context;
        this.names = names;
    }

    Set<ObjectKey> explicit(Table table) {
        Set<ObjectKey> found = new LinkedHashSet<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (key.isNameExplicit()) {
                found.add(constraint(table, key.getName()));
                found.add(index(table, key.getName()));
            }
        }
        for (CheckConstraint check : table.getChecks()) {
            if (check.isNamed()) {
                found.add(constraint(table, check.getName()));
            }
        }
        for (ForeignKey key : table.getForeignKeyCollection()) {
            if (!isGenerated(key.getName(), generated(key))) {
                found.add(constraint(table, key.getName()));
            }
        }
        for (Index index : table.getIndexes().values()) {
            if (!isGenerated(index.getName(), generated(table, index))) {
                found.add(index(table, index.getName()));
            }
        }
        return found;
    }

    private static boolean isGenerated(@Nullable String name, Identifier generated) {
        return name == null || MetadataNames.of(Identifier.toIdentifier(name)).equals(MetadataNames.of(generated));
    }

    private Identifier generated(ForeignKey key) {
        Table referenced = key.getReferencedTable() == null ? key.getTable() : key.getReferencedTable();
        return strategy.determineForeignKeyName(new ForeignKeySource(
                key.getTable().getNameIdentifier(),
                identifiers(key.getColumns()),
                referenced.getNameIdentifier(),
                identifiers(key.getReferencedColumns()),
                context));
    }

    private Identifier generated(Table table, Index index) {
        return strategy.determineIndexName(
                new IndexSource(table.getNameIdentifier(), identifiers(columns(index)), context));
    }

    private static List<Column> columns(Index index) {
        return index.getSelectables().stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }

    private List<Identifier> identifiers(List<Column> columns) {
        return columns.stream()
                .map(column -> Identifier.toIdentifier(column.getName(), column.isQuoted()))
                .toList();
    }

    private ObjectKey constraint(Table table, String name) {
        return ObjectKey.of(ObjectKind.CONSTRAINT, names.of(table), MetadataNames.of(Identifier.toIdentifier(name)));
    }

    private ObjectKey index(Table table, String name) {
        QualifiedName owner = names.of(table);
        return ObjectKey.of(ObjectKind.INDEX, owner.sibling(MetadataNames.of(Identifier.toIdentifier(name))));
    }

    /** What the strategy is asked with for a foreign key. */
    private record ForeignKeySource(
            Identifier table,
            List<Identifier> columns,
            Identifier referenced,
            List<Identifier> referencedColumns,
            MetadataBuildingContext context)
            implements ImplicitForeignKeyNameSource {

        @Override
        public Identifier getTableName() {
            return table;
        }

        @Override
        public List<Identifier> getColumnNames() {
            return columns;
        }

        @Override
        public Identifier getReferencedTableName() {
            return referenced;
        }

        @Override
        public List<Identifier> getReferencedColumnNames() {
            return referencedColumns;
        }

        @Override
        public @Nullable Identifier getUserProvidedIdentifier() {
            return null;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return context;
        }
    }

    /** What the strategy is asked with for an index. */
    private record IndexSource(Identifier table, List<Identifier> columns, MetadataBuildingContext context)
            implements ImplicitIndexNameSource {

        @Override
        public Identifier getTableName() {
            return table;
        }

        @Override
        public List<Identifier> getColumnNames() {
            return columns;
        }

        @Override
        public @Nullable Identifier getUserProvidedIdentifier() {
            return null;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return context;
        }
    }
}
