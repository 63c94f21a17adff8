/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema in which everything is found by key. */
public final class Lookup {

    private final DatabaseSchema schema;
    private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
    private final Map<QualifiedName, ObjectKey> relations = new HashMap<>();
    private final Map<QualifiedName, ObjectKey> indexOwners = new HashMap<>();
    private final Map<ColumnName, List<Sequence>> owned = new HashMap<>();
    private final Map<QualifiedName, ColumnName> identities = new HashMap<>();
    private final Set<Dependency> dependencies = new LinkedHashSet<>();
    private final Map<ObjectKey, List<ObjectKey>> dependents = new HashMap<>();
    private final Set<ObjectKey> foreignKeys = new HashSet<>();
    private final Map<ObjectKey, ObjectKey> usedKeys = new HashMap<>();

    public Lookup(DatabaseSchema schema) {
        this.schema = schema;
        schema.objects().forEach(this::add);
        schema.others().stream()
                .filter(key -> key.kind() == ObjectKind.FOREIGN_TABLE)
                .forEach(key -> relations.put(key.name(), key));
        schema.dependencies().stream().filter(Lookup::isNoOwnership).forEach(this::add);
        schema.tables().forEach(this::addDependencies);
        dependencies.forEach(this::addDependent);
    }

    private void add(Dependency dependency) {
        if (dependency.isUseOfKey()) {
            usedKeys.put(dependency.dependent(), dependency.needed());
        } else {
            dependencies.add(dependency);
        }
    }

    /** Who needs a column of a view needs the view. */
    private void addDependent(Dependency dependency) {
        ObjectKey needed = dependency.needed();
        addDependent(needed, dependency.dependent());
        ObjectKey owner = needed.kind() == ObjectKind.COLUMN ? owner(needed) : needed;
        if (owner.kind() != ObjectKind.TABLE && !owner.equals(needed)) {
            addDependent(owner, dependency.dependent());
        }
    }

    private void addDependent(ObjectKey needed, ObjectKey dependent) {
        dependents.computeIfAbsent(needed, key -> new ArrayList<>()).add(dependent);
    }

    /** PostgreSQL drops a sequence with its column, but does not need the column before the sequence. */
    private static boolean isNoOwnership(Dependency dependency) {
        ObjectKind needed = dependency.needed().kind();
        return dependency.dependent().kind() != ObjectKind.SEQUENCE
                || (needed != ObjectKind.COLUMN && needed != ObjectKind.TABLE);
    }

    private void addDependencies(Table table) {
        table.inherits().forEach(parent -> addDependency(table.key(), parent));
        if (table.partitionOf() != null) {
            addDependency(table.key(), table.partitionOf().parent());
        }
        for (Column column : table.columns()) {
            QualifiedName sequence = Serial.sequence(column.value());
            if (sequence != null) {
                ObjectKey dependent = ObjectKey.of(ObjectKind.COLUMN, table.name(), column.name());
                dependencies.add(new Dependency(dependent, ObjectKey.of(ObjectKind.SEQUENCE, sequence)));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key && key.name() != null) {
                ObjectKey dependent = ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), key.name());
                foreignKeys.add(dependent);
                addDependency(dependent, key.referenced());
            }
        }
    }

    private void addDependency(ObjectKey dependent, QualifiedName table) {
        dependencies.add(new Dependency(dependent, ObjectKey.of(ObjectKind.TABLE, table)));
    }

    private void add(SchemaObject object) {
        objects.put(object.key(), object);
        if (isRelation(object.key().kind())) {
            relations.put(object.key().name(), object.key());
        }
        if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
            owned.computeIfAbsent(sequence.ownedBy(), column -> new ArrayList<>())
                    .add(sequence);
        } else if (object instanceof Table table) {
            table.indexes().forEach(index -> addIndex(table, table.name(), index));
            table.constraints().forEach(constraint -> addIndex(table, constraint));
            table.columns().forEach(column -> addIdentity(table.name(), column));
        } else if (object instanceof MaterializedView view) {
            view.indexes().forEach(index -> addIndex(view, view.name(), index));
        }
    }

    private void addIdentity(QualifiedName table, Column column) {
        if (column.value() instanceof Identity identity) {
            identities.put(Serial.sequence(table, column.name(), identity), new ColumnName(table, column.name()));
        }
    }

    private void addIndex(SchemaObject owner, QualifiedName on, Index index) {
        if (index.name() != null) {
            addIndex(owner.key(), on.sibling(index.name()));
        }
    }

    private void addIndex(Table table, Constraint constraint) {
        boolean hasIndex = !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
        if (hasIndex && constraint.name() != null) {
            addIndex(table.key(), table.name().sibling(constraint.name()));
        }
    }

    private void addIndex(ObjectKey owner, QualifiedName name) {
        indexOwners.put(name, owner);
        relations.put(name, ObjectKey.of(ObjectKind.INDEX, name));
    }

    private static boolean isRelation(ObjectKind kind) {
        return switch (kind) {
            case TABLE, SEQUENCE, VIEW, MATERIALIZED_VIEW, TYPE -> true;
            default -> false;
        };
    }

    public DatabaseSchema schema() {
        return schema;
    }

    public boolean has(ObjectKey key) {
        return objects.containsKey(key);
    }

    @Nullable
    public SchemaObject object(ObjectKey key) {
        return objects.get(key);
    }

    @Nullable
    public Table table(QualifiedName name) {
        return (Table) objects.get(ObjectKey.of(ObjectKind.TABLE, name));
    }

    @Nullable
    public Sequence sequence(QualifiedName name) {
        return (Sequence) objects.get(ObjectKey.of(ObjectKind.SEQUENCE, name));
    }

    /** {@return what has the name among tables, views, sequences, indexes and composite types, which share their names} */
    @Nullable
    public ObjectKey relation(QualifiedName name) {
        return relations.get(name);
    }

    /** {@return the identity column that a sequence of this name is of} */
    @Nullable
    public ColumnName identity(QualifiedName sequence) {
        return identities.get(sequence);
    }

    /** {@return the sequence that goes with a column; of several the one from which the column takes its values} */
    @Nullable
    public Sequence ownedBy(QualifiedName table, String column) {
        List<Sequence> sequences = owned.getOrDefault(new ColumnName(table, column), List.of());
        if (sequences.size() < 2) {
            return sequences.isEmpty() ? null : sequences.get(0);
        }
        Table owner = table(table);
        QualifiedName used = owner == null
                ? null
                : owner.column(column)
                        .map(found -> Serial.sequence(found.value()))
                        .orElse(null);
        return sequences.stream()
                .filter(sequence -> sequence.name().equals(used))
                .findFirst()
                .orElse(sequences.get(0));
    }

    /** {@return what needs what; not that a sequence goes with a column, nor which keys foreign keys use} */
    public Collection<Dependency> dependencies() {
        return dependencies;
    }

    /** {@return whether a key is that of a foreign key} */
    public boolean isForeignKey(ObjectKey key) {
        return foreignKeys.contains(key);
    }

    /** {@return the key or unique index that a foreign key uses; {@code null} if it is not known} */
    @Nullable
    public ObjectKey usedKey(ObjectKey foreignKey) {
        return usedKeys.get(foreignKey);
    }

    /** {@return what needs an object directly} */
    public List<ObjectKey> dependents(ObjectKey needed) {
        return dependents.getOrDefault(needed, List.of());
    }

    /** {@return the object that a part belongs to, or the object itself} */
    public ObjectKey owner(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN, CONSTRAINT, TRIGGER, POLICY -> holder(key.name());
            case ATTRIBUTE -> ObjectKey.of(ObjectKind.TYPE, key.name());
            case DOMAIN_CONSTRAINT -> ObjectKey.of(ObjectKind.DOMAIN, key.name());
            case INDEX -> indexOwners.getOrDefault(key.name(), key);
            default -> key;
        };
    }

    private ObjectKey holder(QualifiedName name) {
        ObjectKey relation = relations.get(name);
        return relation == null ? ObjectKey.of(ObjectKind.TABLE, name) : relation;
    }
}
