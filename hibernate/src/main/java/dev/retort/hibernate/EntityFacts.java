/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.schema.MappingFacts;
import dev.retort.schema.MappingFacts.NumberedColumn;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import jakarta.persistence.EnumeratedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.EnumJavaType;
import org.hibernate.type.descriptor.java.JavaType;

/** Facts of the metadata of entities that Hibernate's DDL does not contain. */
final class EntityFacts {

    private final Metadata metadata;
    private final MetadataNames names;

    EntityFacts(Metadata metadata, MetadataNames names) {
        this.metadata = metadata;
        this.names = names;
    }

    MappingFacts read() {
        Set<ObjectKey> explicit = new LinkedHashSet<>();
        Set<QualifiedName> ordinal = new LinkedHashSet<>();
        Map<ColumnName, List<String>> constants = new LinkedHashMap<>();
        Optional<ConstraintNames> constraints = context().map(context -> new ConstraintNames(context, names));
        for (Table table : metadata.collectTableMappings()) {
            constraints.ifPresent(known -> explicit.addAll(known.explicit(table)));
            table.getColumns().stream().filter(EntityFacts::isOrdinal).forEach(column -> ordinal.add(type(column)));
            for (Column column : table.getColumns()) {
                List<String> enumConstants = constants(column);
                if (!enumConstants.isEmpty()) {
                    constants.put(names.of(table, column), enumConstants);
                }
            }
        }
        RowValues values = new RowValues(names);
        metadata.getEntityBindings().forEach(values::read);
        metadata.getCollectionBindings().forEach(values::read);
        return new MappingFacts(sequences(), values.fillings(), ordinal, explicit, order(), constants);
    }

    /** Once a SessionFactory is built only the mapped values still know in which context they were read. */
    private Optional<MetadataBuildingContext> context() {
        return metadata.getEntityBindings().stream()
                .map(PersistentClass::getIdentifier)
                .filter(SimpleValue.class::isInstance)
                .map(value -> ((SimpleValue) value).getBuildingContext())
                .findFirst();
    }

    private Map<QualifiedName, List<String>> order() {
        Map<QualifiedName, List<String>> order = new LinkedHashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            new FieldOrder(names).read(entity, order);
        }
        return order;
    }

    private static boolean isOrdinal(Column column) {
        return column.getValue() instanceof BasicValue value
                && value.getResolution() != null
                && value.getResolution().getJdbcType().getDefaultSqlTypeCode() == SqlTypes.NAMED_ORDINAL_ENUM;
    }

    /** The constants of an enum, or of the elements of an array, that Hibernate converts by itself; a converter or user type may store other values. */
    private static List<String> constants(Column column) {
        if (!(column.getValue() instanceof BasicValue value)
                || value.getResolution() == null
                || value.getJpaAttributeConverterDescriptor() != null) {
            return List.of();
        }
        JavaType<?> mapped = value.getResolution().getDomainJavaType();
        JavaType<?> type = mapped instanceof BasicPluralJavaType<?> array ? array.getElementJavaType() : mapped;
        boolean isPlain = type instanceof EnumJavaType
                && Arrays.stream(type.getJavaTypeClass().getDeclaredFields())
                        .noneMatch(field -> field.isAnnotationPresent(EnumeratedValue.class));
        return isPlain
                ? Arrays.stream(type.getJavaTypeClass().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    private QualifiedName type(Column column) {
        return names.of(null, Identifier.toIdentifier(column.getSqlType(metadata)));
    }

    // the method in place of the deprecated one takes settings of a session factory, which is not built here
    @SuppressWarnings("removal")
    private List<NumberedColumn> sequences() {
        List<NumberedColumn> found = new ArrayList<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity instanceof RootClass root && root.getIdentifier().getColumnSpan() == 1) {
                KeyValue id = root.getIdentifier();
                Generator generator = id.createGenerator(metadata.getDatabase().getDialect(), root);
                if (generator instanceof SequenceStyleGenerator sequence
                        && sequence.getDatabaseStructure().isPhysicalSequence()) {
                    org.hibernate.boot.model.relational.QualifiedName name =
                            sequence.getDatabaseStructure().getPhysicalName();
                    found.add(new NumberedColumn(
                            names.of(name.getSchemaName(), name.getObjectName()),
                            names.of(root.getTable(), id.getColumns().get(0))));
                }
            }
        }
        return found;
    }
}
