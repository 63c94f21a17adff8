/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.schema.name.QualifiedName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;

/** The columns of entities in the order in which their classes declare the fields, those of superclasses first. */
final class FieldOrder {

    private final MetadataNames names;

    FieldOrder(MetadataNames names) {
        this.names = names;
    }

    void read(PersistentClass entity, Map<QualifiedName, List<String>> order) {
        if (!entity.hasPojoRepresentation()) {
            return;
        }
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            read(id, order);
        }
        sorted(entity.getProperties(), entity.getMappedClass()).forEach(property -> read(property, order));
    }

    private void read(Property property, Map<QualifiedName, List<String>> order) {
        Value value = property.getValue();
        if (value instanceof Component component) {
            sorted(component.getProperties(), component.getComponentClass()).forEach(part -> read(part, order));
        } else if (value.getTable() != null) {
            List<String> columns = order.computeIfAbsent(names.of(value.getTable()), table -> new ArrayList<>());
            value.getSelectables().stream()
                    .filter(Column.class::isInstance)
                    .forEach(column -> columns.add(MetadataNames.of((Column) column)));
        }
    }

    private static List<Property> sorted(List<Property> properties, Class<?> type) {
        List<String> fields = fields(type);
        return properties.stream()
                .sorted(Comparator.comparingInt(property -> position(fields, property.getName())))
                .toList();
    }

    private static int position(List<String> fields, String name) {
        int position = fields.indexOf(name);
        return position < 0 ? fields.size() : position;
    }

    private static List<String> fields(Class<?> type) {
        List<String> fields = new ArrayList<>();
        for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
            List<String> own = new ArrayList<>();
            for (Field field : current.getDeclaredFields()) {
                own.add(field.getName());
            }
            fields.addAll(0, own);
        }
        return fields;
    }
}
