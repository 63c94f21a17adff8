/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects and properties that a mapping of classes to tables cannot state, or does not: how tables are stored, secured and partitioned,
 * triggers, and the rules beside its own. The model takes all of that from the database, so that a comparison finds
 * nothing in it.
 */
public final class UnmappedObjects {

    private final DatabaseSchema model;
    private final Lookup database;
    private final MappingAlignment alignment;
    private final ColumnAlignment columns;
    private final boolean comments;
    private final Set<ObjectKey> given = new HashSet<>();

    private UnmappedObjects(MappingAlignment alignment) {
        this.alignment = alignment;
        this.model = alignment.model();
        this.database = alignment.database();
        this.columns = new ColumnAlignment(alignment);
        this.comments = statesComments(model);
    }

    /**
     * A model with what it does not state.
     *
     * @param schema the model
     * @param tolerated the rules of known tables that it was given although it might have stated them
     * @param selected the names of views that entities select from
     * @param missing what an entity needs and a view of its name does not have, one sentence each
     */
    record Completed(
            DatabaseSchema schema, List<ToleratedRule> tolerated, Set<QualifiedName> selected, List<String> missing) {}

    /**
     * {@return the model, completed}
     *
     * @param stated the model as it is made from the classes, with the names of enum types that the database has
     */
    static Completed complete(DatabaseSchema stated, Lookup database, DiffSettings settings, StatedRules rules) {
        ViewAlignment views = ViewAlignment.of(stated, database);
        MappingAlignment alignment = new MappingAlignment(views.tablesOnly(), database, settings, rules);
        DatabaseSchema completed = new UnmappedObjects(alignment).complete();
        return new Completed(completed, alignment.tolerated(), views.selected(), views.missing());
    }

    private DatabaseSchema complete() {
        DatabaseSchema real = database.schema();
        List<Table> tables = model.tables().stream().map(this::complete).toList();
        List<SchemaObject> types = new ArrayList<>(alignment.enums().types(tables));
        types.addAll(alignment.enums().taken(tables, types));
        return new DatabaseSchema(
                with(model.namespaces(), real.namespaces()),
                with(model.extensions(), real.extensions()),
                with(
                        types,
                        real.types().stream()
                                .filter(type -> !(type instanceof EnumType))
                                .toList()),
                alignment.sequences().sequences(model.sequences(), tables),
                tables,
                with(model.views(), real.views()),
                with(model.routines(), real.routines()),
                with(model.defined(), real.defined()),
                model.others(),
                dependencies());
    }

    /** Objects that no mapping states are not dropped. */
    private <T extends SchemaObject> List<T> with(List<T> stated, List<T> real) {
        if (!alignment.dropsUnknown()) {
            return stated;
        }
        Set<ObjectKey> known = stated.stream().map(SchemaObject::key).collect(Collectors.toSet());
        List<T> all = new ArrayList<>(stated);
        for (T object : real) {
            if (!known.contains(object.key()) && !alignment.rules().objects().isWithdrawn(object.key())) {
                all.add(object);
                given.add(object.key());
            }
        }
        return all;
    }

    private List<Dependency> dependencies() {
        List<Dependency> all = new ArrayList<>(model.dependencies());
        database.schema().dependencies().stream()
                .filter(dependency -> given.contains(database.owner(dependency.dependent())))
                .forEach(all::add);
        return all;
    }

    private static boolean statesComments(DatabaseSchema model) {
        return model.tables().stream()
                .anyMatch(table -> table.comment() != null
                        || table.columns().stream().anyMatch(column -> column.comment() != null));
    }

    private Table complete(Table stated) {
        Table real = database.table(stated.name());
        if (real == null) {
            return stated;
        }
        List<Column> all = new ArrayList<>(
                stated.columns().stream().map(column -> complete(column, real)).toList());
        all.addAll(new ComputedColumns(alignment).unmapped(stated, real));
        Column surrogate = surrogateKey(stated, real);
        Table wanted = stated;
        if (surrogate != null) {
            all.add(surrogate);
            wanted = stated.withConstraints(stated.constraints().stream()
                    .filter(constraint -> !(constraint instanceof Constraint.PrimaryKey))
                    .toList());
        }
        Table complete = wanted.withColumns(all);
        List<Constraint> constraints = new ConstraintAlignment(alignment, complete, real).align();
        return new Table(
                stated.name(),
                all.stream().map(column -> ofKey(column, constraints, real)).toList(),
                constraints,
                new IndexAlignment(alignment, complete, real).align(),
                real.attachedIndexes(),
                triggers(stated, real),
                real.policies(),
                real.options(),
                real.partitionBy(),
                real.partitionOf(),
                real.inherits(),
                stated.grants(),
                comment(stated.comment(), real.comment()));
    }

    /** PostgreSQL takes no null in a column of a primary key, even of one that the classes do not state. */
    private static Column ofKey(Column column, List<Constraint> constraints, Table real) {
        boolean ofKey = constraints.stream()
                .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey key
                        && key.columns().contains(column.name()));
        return ofKey && !column.isNotNull()
                ? real.column(column.name())
                        .map(there -> column.withNotNull(there.notNull()))
                        .orElse(column)
                : column;
    }

    /** No mapping states triggers; object files may. */
    private List<Trigger> triggers(Table stated, Table real) {
        List<Trigger> all = new ArrayList<>(stated.triggers());
        for (Trigger trigger : real.triggers()) {
            ObjectKey key = ObjectKey.of(ObjectKind.TRIGGER, real.name(), trigger.name());
            boolean isStated =
                    stated.triggers().stream().anyMatch(own -> own.name().equals(trigger.name()));
            if (!isStated && !alignment.rules().objects().isWithdrawn(key)) {
                all.add(trigger);
            }
        }
        all.sort(Comparator.comparing(Trigger::name));
        return all;
    }

    /** {@return the numbered column that is the key of a join table although the classes state another key, or none} */
    private @Nullable Column surrogateKey(Table stated, Table real) {
        List<String> key = real.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        boolean another =
                stated.primaryKey().map(own -> own.columns().size() > 1).orElse(true);
        boolean unmapped = key.size() == 1 && stated.column(key.get(0)).isEmpty();
        if (!another || !unmapped || !alignment.tolerates(Tolerance.PRIMARY_KEY)) {
            return null;
        }
        return real.column(key.get(0))
                .filter(column -> !column.value().equals(ColumnValue.NONE))
                .orElse(null);
    }

    private Column complete(Column stated, Table table) {
        Column real = table.column(stated.name()).orElse(null);
        if (real == null) {
            return stated;
        }
        Column aligned = columns.align(stated, real, new ColumnName(table.name(), stated.name()));
        return new Column(
                aligned.name(),
                aligned.type(),
                aligned.collation(),
                aligned.notNull(),
                aligned.value(),
                real.storage(),
                real.compression(),
                real.statistics(),
                real.options(),
                real.inherited(),
                stated.grants(),
                comment(stated.comment(), real.comment()));
    }

    private @Nullable String comment(@Nullable String stated, @Nullable String real) {
        return comments ? stated : real;
    }
}
