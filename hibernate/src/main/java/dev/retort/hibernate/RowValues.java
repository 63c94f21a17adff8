/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.MappingFacts.FilledColumn;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SoftDeletable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table get in a column that is {@code NOT NULL}: what a new object has in the field, where that is a constant.
 * Hibernate makes such an object itself, to learn what an unsaved version is.
 */
final class RowValues {

    private final MetadataNames names;
    private final List<FilledColumn> fillings = new ArrayList<>();

    RowValues(MetadataNames names) {
        this.names = names;
    }

    List<FilledColumn> fillings() {
        return List.copyOf(fillings);
    }

    void read(PersistentClass entity) {
        if (entity instanceof RootClass root) {
            softDelete(root, root.getTable());
            discriminator(root);
        }
        if (!entity.hasPojoRepresentation()) {
            return;
        }
        Class<?> type = concrete(entity);
        Pair two = type == null ? Pair.NONE : Pair.of(type);
        for (Property property : entity.getProperties()) {
            property(property, two, entity.getMappedClass(), property.getValue().getTable());
        }
        if (entity instanceof UnionSubclass && entity.getSuperclass() != null) {
            for (Property property : entity.getSuperclass().getPropertyClosure()) {
                property(property, two, entity.getMappedClass(), entity.getTable());
            }
        }
    }

    void read(Collection collection) {
        softDelete(collection, collection.getCollectionTable());
    }

    /** Two new objects of a class: what differs between them is no constant. */
    private record Pair(@Nullable Object one, @Nullable Object other) {

        private static final Pair NONE = new Pair(null, null);

        static Pair of(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return new Pair(constructor.newInstance(), constructor.newInstance());
            } catch (ReflectiveOperationException | RuntimeException e) {
                // A class that cannot be made here has no values that could be known.
                return NONE;
            }
        }

        /** {@return the values of a property in both; {@code null} in both where there is no object} */
        // deprecated since Hibernate 7.4; the getter that is left needs a session
        @SuppressWarnings("removal")
        Pair get(Property property, Class<?> owner) {
            return one == null || other == null
                    ? NONE
                    : new Pair(
                            property.getGetter(owner).get(one),
                            property.getGetter(owner).get(other));
        }

        /** {@return these, or new ones where an embedded object is not made with its owner} */
        Pair orNew(Class<?> type) {
            return one == null || other == null ? of(type) : this;
        }

        Optional<Object> constant() {
            return one != null && one.equals(other) ? Optional.of(one) : Optional.empty();
        }
    }

    private static @Nullable Class<?> concrete(PersistentClass entity) {
        if (!Modifier.isAbstract(entity.getMappedClass().getModifiers())) {
            return entity.getMappedClass();
        }
        return entity.getSubclasses().stream()
                .map(PersistentClass::getMappedClass)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .findFirst()
                .orElse(null);
    }

    private void property(Property property, Pair owners, Class<?> owner, Table table) {
        Value value = property.getValue();
        if (value instanceof Component component && !component.isEmbedded()) {
            Pair found = owners.get(property, owner);
            Pair embedded = found.orNew(component.getComponentClass());
            component.getProperties().forEach(part -> property(part, embedded, component.getComponentClass(), table));
        } else if (value instanceof BasicValue basic
                && !value.hasFormula()
                && value.getColumns().size() == 1) {
            Column column = basic.getColumns().get(0);
            if (!column.isNullable()) {
                owners.get(property, owner)
                        .constant()
                        .or(() -> firstVersion(property))
                        .map(constant -> literal(basic, constant))
                        .ifPresent(sql -> add(table, column, sql, "as a new " + owner.getSimpleName() + " has"));
            }
        }
    }

    /** Hibernate counts from 0 where a new object has no version; a time is not known here. */
    private static Optional<Object> firstVersion(Property property) {
        PersistentClass entity = property.getPersistentClass();
        boolean counts = entity != null
                && property.equals(entity.getVersion())
                && Number.class.isAssignableFrom(property.getType().getReturnedClass());
        return counts ? Optional.of(0) : Optional.empty();
    }

    private void discriminator(RootClass root) {
        Value discriminator = root.getDiscriminator();
        boolean possible = discriminator != null
                && !discriminator.hasFormula()
                && discriminator.getColumns().size() == 1
                && !Boolean.TRUE.equals(root.isAbstract())
                && root.getDiscriminatorValue() != null;
        if (possible) {
            String value = root.getDiscriminatorValue();
            boolean number = discriminator instanceof BasicValue basic
                    && basic.getResolution() != null
                    && basic.getResolution().getJdbcType().isNumber();
            add(
                    discriminator.getTable(),
                    discriminator.getColumns().get(0),
                    number ? value : Identifiers.literal(value),
                    "as they were all " + root.getJpaEntityName() + " so far");
        }
    }

    // what takes the place of the deprecated method is newer than the Hibernate of Spring Boot 4.0
    @SuppressWarnings("removal")
    private void softDelete(SoftDeletable deletable, Table table) {
        Column column = deletable.getSoftDeleteColumn();
        if (column == null || !(column.getValue() instanceof BasicValue value)) {
            return;
        }
        SoftDeleteType strategy = deletable.getSoftDeleteStrategy();
        if (strategy == SoftDeleteType.ACTIVE || strategy == SoftDeleteType.DELETED) {
            Object live = strategy == SoftDeleteType.ACTIVE;
            String sql = literal(value, live);
            if (sql != null) {
                add(table, column, sql, "as none of them is deleted");
            }
        }
    }

    private void add(Table table, Column column, String sql, String why) {
        fillings.add(new FilledColumn(names.of(table, column), sql, why));
    }

    private static @Nullable String literal(BasicValue value, Object constant) {
        BasicValue.Resolution<?> resolution = value.getResolution();
        if (resolution == null) {
            return null;
        }
        JdbcMapping mapping = resolution.getJdbcMapping();
        boolean isEmptyArray = constant instanceof List<?> elements
                && elements.isEmpty()
                && mapping.getJdbcType().getDefaultSqlTypeCode() == SqlTypes.ARRAY;
        if (isEmptyArray) {
            return "'{}'";
        }
        return sql(relational(resolution, constant), mapping.getJdbcType().isNumber());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object relational(BasicValue.Resolution<?> resolution, Object constant) {
        BasicValueConverter<Object, ?> converter = (BasicValueConverter<Object, ?>) resolution.getValueConverter();
        return converter == null ? constant : converter.toRelationalValue(constant);
    }

    // the ordinal is what Hibernate stores
    @SuppressWarnings("EnumOrdinal")
    private static @Nullable String sql(@Nullable Object value, boolean number) {
        if (value == null) {
            return null;
        }
        if (value instanceof Enum<?> constant) {
            return number ? Integer.toString(constant.ordinal()) : Identifiers.literal(constant.name());
        }
        if (value instanceof Double || value instanceof Float) {
            double finite = ((Number) value).doubleValue();
            return Double.isFinite(finite) ? value.toString() : null;
        }
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        boolean text = (value instanceof String string && string.indexOf('\0') < 0)
                || (value instanceof Character character && character != '\0');
        return text ? Identifiers.literal(value.toString()) : null;
    }
}
