/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.error.RetortException;
import dev.retort.model.StatedFormerName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @RenamedFrom} of entities, for the tables and columns that Hibernate maps them to, with naming
 * strategies, inheritance and embedding applied.
 */
final class EntityFormerNames {

    private final Metadata metadata;
    private final @Nullable String defaultSchema;
    private final Set<StatedFormerName> found = new LinkedHashSet<>();

    /**
     * Creates a reader.
     *
     * @param metadata the metadata of the entities
     * @param defaultSchema the schema of tables without one; {@code null} for the session's
     */
    EntityFormerNames(Metadata metadata, @Nullable String defaultSchema) {
        this.metadata = metadata;
        this.defaultSchema = defaultSchema;
    }

    /**
     * Reads the former names.
     *
     * @throws RetortException if an annotation is not on a table or column
     */
    List<StatedFormerName> list() {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity.hasPojoRepresentation()) {
                entity(entity);
            }
        }
        return new ArrayList<>(found);
    }

    private void entity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        List<String> names = AnnotatedMembers.formerNames(type);
        if (!names.isEmpty() && entity instanceof SingleTableSubclass) {
            throw misplaced(
                    type.getName(), "The class has no separate table.", "Put it on the class that has the table.");
        }
        names.forEach(name -> add(entity.getTable(), null, name));
        Table own = entity instanceof UnionSubclass ? entity.getTable() : null;
        entity.getPropertyClosure().forEach(property -> property(type, property, own));
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            property(type, id, own);
        } else if (entity.getIdentifier() instanceof Component ids) {
            ids.getProperties().forEach(property -> property(type, property, own));
        }
    }

    /**
     * Reads a property.
     *
     * @param type the class that has it
     * @param own the table of the class, if its columns are in that table and not in the one that they were mapped for
     */
    private void property(Class<?> type, Property property, @Nullable Table own) {
        Value value = property.getValue();
        List<String> names = AnnotatedMembers.formerNames(type, property.getName());
        String place = type.getName() + "." + property.getName();
        if (value instanceof Component embedded) {
            refuse(names, place);
            components(embedded, type, own);
        } else if (value instanceof Collection collection) {
            collection(collection, names, place);
        } else {
            column(value, own, names, place);
        }
    }

    private void components(Component embedded, Class<?> owner, @Nullable Table own) {
        Class<?> type = embedded.isEmbedded() ? owner : embedded.getComponentClass();
        embedded.getProperties().forEach(property -> property(type, property, own));
    }

    private void collection(Collection collection, List<String> names, String place) {
        if (!names.isEmpty() && (collection.isOneToMany() || collection.isInverse())) {
            throw misplaced(place, "The collection has no separate table.", "Put it on the other side.");
        }
        names.forEach(name -> add(collection.getCollectionTable(), null, name));
        if (collection.getElement() instanceof Component element) {
            components(element, element.getComponentClass(), null);
        }
    }

    private void column(Value value, @Nullable Table own, List<String> names, String place) {
        List<Column> columns = value.hasFormula() ? List.of() : value.getColumns();
        if (columns.size() != 1) {
            refuse(names, place);
            return;
        }
        Table table = own == null ? value.getTable() : own;
        names.forEach(name -> add(table, columns.get(0), name));
    }

    private static void refuse(List<String> names, String place) {
        if (!names.isEmpty()) {
            throw misplaced(
                    place,
                    "The property does not map to a single column.",
                    "Put it on the fields of the embedded class, or use --rename table.old:new instead.");
        }
    }

    private static RetortException misplaced(String place, String why, String action) {
        return new RetortException("@RenamedFrom on " + place + " cannot be used.", why, action);
    }

    private void add(Table table, @Nullable Column column, String formerly) {
        Identifier schema = table.getSchemaIdentifier();
        found.add(new StatedFormerName(
                schema == null ? defaultSchema : folded(schema.getText(), schema.isQuoted()),
                folded(table.getName(), table.isQuoted()),
                column == null ? null : folded(column.getName(), column.isQuoted()),
                formerly));
    }

    /** PostgreSQL folds unquoted names to lower case. */
    private static String folded(String name, boolean quoted) {
        return quoted ? name : name.toLowerCase(Locale.ROOT);
    }
}
