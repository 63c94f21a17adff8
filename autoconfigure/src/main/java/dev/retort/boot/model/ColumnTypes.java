/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.error.RetortException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.schema.SqlTypeMapping;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * PostgreSQL's types for properties of Spring Data JDBC. An application's {@link SqlTypeMapping} takes precedence;
 * Spring's default one does not support PostgreSQL.
 */
final class ColumnTypes {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Character.class, "char(1)"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Byte.class, "smallint"),
            Map.entry(Short.class, "smallint"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "bigint"),
            Map.entry(Float.class, "real"),
            Map.entry(Double.class, "double precision"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(java.sql.Date.class, "date"),
            Map.entry(java.sql.Time.class, "time"),
            Map.entry(java.sql.Timestamp.class, "timestamp"),
            Map.entry(java.util.Date.class, "timestamp"));

    private final @Nullable SqlTypeMapping own;
    private final @Nullable JdbcCustomConversions conversions;
    private final JdbcConverter converter;

    ColumnTypes(@Nullable SqlTypeMapping own, @Nullable JdbcCustomConversions conversions, JdbcConverter converter) {
        this.own = own;
        this.conversions = conversions;
        this.converter = converter;
    }

    /** {@return the type of the column of a property} */
    String of(RelationalPersistentProperty property) {
        String name = own == null ? null : own.getColumnType(property);
        if (name == null) {
            name = nameOf(property);
        }
        if (name == null) {
            throw new RetortException(
                    "There is no column type for " + property.getOwner().getName() + "." + property.getName() + ".",
                    "Its type is " + property.getType().getName() + ".",
                    "Declare a bean of type org.springframework.data.jdbc.core.mapping.schema.SqlTypeMapping"
                            + " that maps it.");
        }
        return name;
    }

    /** {@return the type of a column without a property: the key of a list or map} */
    String ofKey(Class<?> type) {
        String name = own == null ? null : own.getColumnType(type);
        return name != null ? name : NAMES.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), "text");
    }

    boolean isNullable(RelationalPersistentProperty property) {
        return own == null ? !property.getType().isPrimitive() : own.isNullable(property);
    }

    /** {@return whether the database generates a missing value: Spring Data omits such an id from its INSERT} */
    boolean isGenerated(RelationalPersistentProperty id) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(id.getType());
        return !id.hasSequence() && (type == Long.class || type == Integer.class || type == Short.class);
    }

    private @Nullable String nameOf(RelationalPersistentProperty property) {
        if (property.isAssociation()) {
            return NAMES.get(ClassUtils.resolvePrimitiveIfNecessary(converter.getColumnType(property)));
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(property.getType());
        String name = NAMES.get(written(type));
        if (name != null) {
            return name;
        }
        if (type.isArray() || property.isCollectionLike()) {
            Class<?> element = ClassUtils.resolvePrimitiveIfNecessary(property.getActualType());
            String elementName = NAMES.get(element.isEnum() ? String.class : element);
            return elementName == null ? null : elementName + "[]";
        }
        return NAMES.get(ClassUtils.resolvePrimitiveIfNecessary(converter.getColumnType(property)));
    }

    /**
     * The type that a converter of the application writes. For date and time types Spring's own converters are
     * ignored, because the property's type is more precise.
     */
    private Class<?> written(Class<?> type) {
        Class<?> target = conversions == null
                ? null
                : conversions.getCustomWriteTarget(type).orElse(null);
        return target == null || java.util.Date.class.isAssignableFrom(target)
                ? type
                : ClassUtils.resolvePrimitiveIfNecessary(target);
    }
}
