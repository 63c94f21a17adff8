/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.schema.CompositeType;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.View;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies a schema with new names, also in the texts that contain them. */
public final class SchemaMapper {

    private final NewNames names;
    private final TableMapper tables;

    public SchemaMapper(NewNames names) {
        this.names = names;
        this.tables = new TableMapper(names);
    }

    public DatabaseSchema map(DatabaseSchema schema) {
        Map<QualifiedName, Set<String>> columns = new HashMap<>();
        schema.tables()
                .forEach(table -> columns.put(
                        table.name(), table.columns().stream().map(Column::name).collect(Collectors.toSet())));
        return new DatabaseSchema(
                schema.namespaces(),
                schema.extensions(),
                schema.types().stream().map(this::type).toList(),
                schema.sequences().stream().map(this::sequence).toList(),
                schema.tables().stream().map(tables::table).toList(),
                schema.views().stream().map(view -> view(view, columns)).toList(),
                schema.routines().stream().map(this::routine).toList(),
                schema.defined().stream().map(this::defined).toList(),
                schema.others(),
                schema.dependencies().stream().map(this::dependency).toList());
    }

    private SchemaObject type(SchemaObject type) {
        if (type instanceof EnumType enumType) {
            return new EnumType(
                    names.object(enumType.name()),
                    enumType.labels().stream()
                            .map(label -> names.label(enumType.name(), label))
                            .toList(),
                    enumType.grants(),
                    enumType.comment());
        }
        if (type instanceof CompositeType composite) {
            return new CompositeType(
                    names.object(composite.name()),
                    composite.attributes().stream()
                            .map(attribute -> attribute.withType(type(attribute.type())))
                            .toList(),
                    composite.grants(),
                    composite.comment());
        }
        if (type instanceof RangeType range) {
            return new RangeType(
                    names.object(range.name()), names.sql(range.definition()), range.grants(), range.comment());
        }
        return domain((Domain) type);
    }

    private Domain domain(Domain domain) {
        return new Domain(
                names.object(domain.name()),
                type(domain.type()),
                domain.collation(),
                names.nullableSql(domain.defaultExpression()),
                domain.notNull(),
                domain.checks().stream().map(tables::check).toList(),
                domain.grants(),
                domain.comment());
    }

    private DataType type(DataType type) {
        return new DataType(names.sql(type.sql()));
    }

    private Sequence sequence(Sequence sequence) {
        ColumnName owner = sequence.ownedBy();
        return new Sequence(
                names.object(sequence.name()),
                sequence.type(),
                sequence.options(),
                owner == null
                        ? null
                        : new ColumnName(names.object(owner.table()), names.column(owner.table(), owner.column())),
                sequence.unlogged(),
                sequence.grants(),
                sequence.comment());
    }

    private SchemaObject view(SchemaObject object, Map<QualifiedName, Set<String>> columns) {
        if (object instanceof View view) {
            return new View(
                    names.object(view.name()),
                    view.columns().stream()
                            .map(column -> tables.column(view.name(), column))
                            .toList(),
                    names.query(view.query(), table -> columns.getOrDefault(table, Set.of())),
                    view.options(),
                    view.triggers().stream()
                            .map(trigger -> tables.trigger(view.name(), trigger))
                            .toList(),
                    view.grants(),
                    view.comment());
        }
        MaterializedView view = (MaterializedView) object;
        return new MaterializedView(
                names.object(view.name()),
                view.columns().stream()
                        .map(column -> tables.column(view.name(), column))
                        .toList(),
                names.query(view.query(), table -> columns.getOrDefault(table, Set.of())),
                view.indexes().stream()
                        .map(index -> tables.index(view.name(), index))
                        .toList(),
                view.parameters(),
                view.tablespace(),
                view.populated(),
                view.grants(),
                view.comment());
    }

    private Routine routine(Routine routine) {
        return new Routine(
                routine.name(),
                routine.procedure(),
                names.sql(routine.arguments()),
                names.sql(routine.result()),
                names.sql(routine.definition()),
                routine.grants(),
                routine.comment());
    }

    private DefinedObject defined(DefinedObject object) {
        QualifiedName relation = object.relation();
        String following = object.following();
        return new DefinedObject(
                key(object.key()),
                relation == null ? null : names.object(relation),
                relation == null ? names.sql(object.definition()) : names.sqlOf(relation, object.definition()),
                names.sql(object.reference()),
                following == null ? null : names.sql(following),
                object.grants(),
                object.comment());
    }

    private Dependency dependency(Dependency dependency) {
        return new Dependency(key(dependency.dependent()), key(dependency.needed()));
    }

    private ObjectKey key(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN -> new ObjectKey(key.kind(), names.object(key.name()), names.column(key.name(), key.detail()));
            case FUNCTION, PROCEDURE -> new ObjectKey(key.kind(), key.name(), names.sql(key.detail()));
            case SCHEMA, EXTENSION -> key;
            default -> new ObjectKey(key.kind(), names.object(key.name()), key.detail());
        };
    }
}
