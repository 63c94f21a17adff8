/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Pairs;
import dev.retort.internal.diff.model.UsedColumns;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping of classes to tables cannot state, or leaves to people who know the data: how tables are stored, secured and
 * partitioned, triggers, and the indexes, checks and exclusion constraints beside its own. The model takes all of that from the
 * database, so that a comparison finds nothing in it.
 */
public final class UnmappedObjects {

    private final DatabaseSchema model;
    private final Lookup database;
    private final boolean dropUnknown;
    private final boolean comments;
    private final Set<ObjectKey> given = new HashSet<>();
    private final List<ObjectKey> left = new ArrayList<>();

    private UnmappedObjects(DatabaseSchema model, Lookup database, boolean dropUnknown) {
        this.model = model;
        this.database = database;
        this.dropUnknown = dropUnknown;
        this.comments = statesComments(model);
    }

    /**
     * A model with what it cannot state.
     *
     * @param schema the model
     * @param left the parts of known tables that it was given although it might have stated them
     */
    public record Completed(DatabaseSchema schema, List<ObjectKey> left) {}

    /**
     * {@return the model, completed}
     *
     * @param dropUnknown whether what the model might have stated and does not is to go
     */
    public static Completed complete(DatabaseSchema model, Lookup database, boolean dropUnknown) {
        return new UnmappedObjects(model, database, dropUnknown).complete();
    }

    private Completed complete() {
        DatabaseSchema real = database.schema();
        List<Table> tables = model.tables().stream().map(this::complete).toList();
        DatabaseSchema completed = new DatabaseSchema(
                with(model.namespaces(), real.namespaces()),
                with(model.extensions(), real.extensions()),
                with(
                        model.types(),
                        real.types().stream()
                                .filter(type -> !(type instanceof EnumType))
                                .toList()),
                model.sequences(),
                tables,
                with(model.views(), real.views()),
                with(model.routines(), real.routines()),
                model.others(),
                dependencies());
        return new Completed(completed, left);
    }

    /** Whole objects that no mapping states are nobody's to drop; otherwise they are left alone anyway. */
    private <T extends SchemaObject> List<T> with(List<T> stated, List<T> real) {
        if (!dropUnknown) {
            return stated;
        }
        Set<ObjectKey> known = stated.stream().map(SchemaObject::key).collect(Collectors.toSet());
        List<T> all = new ArrayList<>(stated);
        for (T object : real) {
            if (!known.contains(object.key())) {
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
        return new Table(
                stated.name(),
                stated.columns().stream().map(column -> complete(column, real)).toList(),
                constraints(stated, real),
                indexes(stated, real),
                real.triggers(),
                real.policies(),
                real.options(),
                real.partitionBy(),
                real.partitionOf(),
                real.inherits(),
                stated.grants(),
                comment(stated.comment(), real.comment()));
    }

    private Column complete(Column stated, Table table) {
        Column real = table.column(stated.name()).orElse(stated);
        return new Column(
                stated.name(),
                stated.type(),
                stated.collation(),
                stated.notNull(),
                stated.value(),
                real.storage(),
                real.compression(),
                real.statistics(),
                real.inherited(),
                stated.grants(),
                comment(stated.comment(), real.comment()));
    }

    private @Nullable String comment(@Nullable String stated, @Nullable String real) {
        return comments ? stated : real;
    }

    private List<Constraint> constraints(Table stated, Table real) {
        Set<String> dropped = dropped(stated, real);
        List<Constraint> all = new ArrayList<>(stated.constraints());
        for (Constraint gone : Pairs.of(real.constraints(), stated.constraints(), Constraint::name, NewTable::meaning)
                .gone()) {
            if (isRule(gone) && !dropUnknown && UsedColumns.of(gone).noneMatch(dropped::contains)) {
                all.add(gone);
                left.add(ObjectKey.of(ObjectKind.CONSTRAINT, real.name(), Objects.requireNonNull(gone.name())));
            }
        }
        return all;
    }

    private static boolean isRule(Constraint constraint) {
        return constraint instanceof Constraint.Check || constraint instanceof Constraint.Exclusion;
    }

    /** What is over a column that goes, goes with it: PostgreSQL drops it by itself, and the way back has to make it again. */
    private static Set<String> dropped(Table stated, Table real) {
        return real.columns().stream()
                .map(Column::name)
                .filter(column -> stated.column(column).isEmpty())
                .collect(Collectors.toSet());
    }

    private List<Index> indexes(Table stated, Table real) {
        Set<String> dropped = dropped(stated, real);
        List<Index> all = new ArrayList<>(stated.indexes());
        for (Index gone : Pairs.of(real.indexes(), stated.indexes(), Index::name, NewTable::meaning)
                .gone()) {
            if (!dropUnknown && UsedColumns.of(gone).noneMatch(dropped::contains)) {
                all.add(gone);
                left.add(ObjectKey.of(ObjectKind.INDEX, real.name().sibling(Objects.requireNonNull(gone.name()))));
            }
        }
        return all;
    }
}
