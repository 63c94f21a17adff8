/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Index;
import dev.retort.schema.IndexElement;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Table;
import java.util.ArrayList;
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
final class Unstated {

    private final Lookup database;
    private final boolean comments;
    private final List<ObjectKey> left = new ArrayList<>();

    private Unstated(Lookup database, boolean comments) {
        this.database = database;
        this.comments = comments;
    }

    /**
     * A model with what it cannot state.
     *
     * @param schema the model
     * @param left the parts of known tables that it was given although it might have stated them
     */
    record Completed(DatabaseSchema schema, List<ObjectKey> left) {}

    /** {@return the model, completed} */
    static Completed complete(DatabaseSchema model, Lookup database) {
        Unstated unstated = new Unstated(database, statesComments(model));
        List<Table> tables = model.tables().stream().map(unstated::complete).toList();
        DatabaseSchema completed = new DatabaseSchema(
                model.namespaces(),
                model.extensions(),
                model.types(),
                model.sequences(),
                tables,
                model.views(),
                model.routines(),
                model.others(),
                model.dependencies());
        return new Completed(completed, unstated.left);
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
        List<Constraint> all = new ArrayList<>(stated.constraints());
        for (Constraint gone : Pairs.of(real.constraints(), stated.constraints(), Constraint::name, NewTable::meaning)
                .gone()) {
            boolean rule = gone instanceof Constraint.Check || gone instanceof Constraint.Exclusion;
            if (rule) {
                all.add(gone);
                left.add(ObjectKey.of(ObjectKind.CONSTRAINT, real.name(), Objects.requireNonNull(gone.name())));
            }
        }
        return all;
    }

    private List<Index> indexes(Table stated, Table real) {
        Set<String> columns = stated.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<Index> all = new ArrayList<>(stated.indexes());
        for (Index gone : Pairs.of(real.indexes(), stated.indexes(), Index::name, NewTable::meaning)
                .gone()) {
            if (stands(gone, columns)) {
                all.add(gone);
                left.add(ObjectKey.of(ObjectKind.INDEX, real.name().sibling(Objects.requireNonNull(gone.name()))));
            }
        }
        return all;
    }

    /** An index goes with a column that goes. */
    private static boolean stands(Index index, Set<String> columns) {
        return columns.containsAll(index.include())
                && index.elements().stream()
                        .map(IndexElement::column)
                        .allMatch(column -> column == null || columns.contains(column));
    }
}
