/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Overloads;
import dev.retort.internal.diff.model.Signatures;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.model.UnchangedDependents;
import dev.retort.internal.diff.model.ViewColumns;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects that must be dropped and created again: those that PostgreSQL cannot change in place, and their
 * dependents.
 *
 * <p>Views over a column whose type changes, a generated column with another expression, the keys and indexes over it,
 * a function with another result and the checks that call it.
 */
public final class RecreatedObjects {

    private final ComparedSchemas sides;
    private final Set<ObjectKey> recreated = new HashSet<>();
    private final Set<ColumnName> replaced = new LinkedHashSet<>();
    private final Set<ColumnName> retyped = new LinkedHashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Deque<ObjectKey> queue = new ArrayDeque<>();

    public RecreatedObjects(ComparedSchemas sides) {
        this.sides = sides;
        sides.from().schema().tables().forEach(this::table);
        sides.from().schema().views().forEach(this::view);
        sides.from().schema().routines().forEach(this::routine);
        sides.from().schema().defined().forEach(this::defined);
        while (!queue.isEmpty()) {
            ObjectKey key = queue.remove();
            sides.from().dependents(key).forEach(dependent -> dependent(dependent, key));
        }
    }

    /** {@return whether an object, a constraint, an index, a trigger, a policy or a default is recreated} */
    boolean contains(ObjectKey key) {
        return recreated.contains(key);
    }

    /** {@return whether any column is recreated} */
    boolean replacesColumns() {
        return !replaced.isEmpty();
    }

    /** {@return whether a column is recreated} */
    boolean isReplaced(QualifiedName table, String column) {
        return replaced.contains(new ColumnName(table, column));
    }

    /** {@return whether a column gets another type and keeps its values} */
    boolean isRetyped(QualifiedName table, String column) {
        return retyped.contains(new ColumnName(table, column));
    }

    private void table(Table from) {
        Table to = sides.to().table(from.name());
        if (to == null) {
            return;
        }
        for (Column column : from.columns()) {
            Column wanted = to.column(column.name()).orElse(null);
            if (wanted == null) {
                queue.add(key(from, column));
            } else if (ColumnChanges.mustBeReplaced(column, wanted, sides.version())
                    || keepsADependency(from, column, wanted)) {
                replace(from, column);
            } else if (ColumnChanges.isRetyped(column, wanted)) {
                retype(from, column);
            }
        }
        for (Constraint constraint : from.constraints()) {
            boolean kept = to.constraints().stream().anyMatch(other -> NewTable.sameMeaning(constraint, other));
            if (!kept && constraint.name() != null) {
                queue.add(ObjectKey.of(ObjectKind.CONSTRAINT, from.name(), constraint.name()));
            }
        }
    }

    /** Before 15, {@code DROP EXPRESSION} leaves it: the column would be dropped with the function, without a message. */
    private boolean keepsADependency(Table table, Column from, Column to) {
        ObjectKey column = key(table, from);
        return !sides.version().atLeast(15)
                && ColumnChanges.losesItsExpression(from, to)
                && sides.from().dependencies().stream()
                        .anyMatch(dependency -> dependency.dependent().equals(column)
                                && dependency.needed().kind() == ObjectKind.FUNCTION);
    }

    private static ObjectKey key(Table table, Column column) {
        return ObjectKey.of(ObjectKind.COLUMN, table.name(), column.name());
    }

    private void replace(Table table, Column column) {
        if (replaced.add(new ColumnName(table.name(), column.name()))) {
            retyped.remove(new ColumnName(table.name(), column.name()));
            queue.add(key(table, column));
            replaceGenerated(table, column);
        }
    }

    private void retype(Table table, Column column) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (!replaced.contains(name) && retyped.add(name)) {
            queue.add(key(table, column));
            replaceGenerated(table, column);
        }
    }

    /** PostgreSQL changes no column that another one is generated from. */
    private void replaceGenerated(Table table, Column base) {
        Table to = Objects.requireNonNull(sides.to().table(table.name()));
        for (Column column : table.columns()) {
            boolean mentions = SqlText.mentions(ColumnChanges.generation(column), base.name());
            if (mentions && staysGenerated(column, to)) {
                replace(table, column);
            }
        }
    }

    /** One that goes is dropped, and one that becomes plain loses its expression, before anything else changes. */
    private static boolean staysGenerated(Column column, Table to) {
        return to.column(column.name())
                .filter(wanted -> !ColumnChanges.losesItsExpression(column, wanted))
                .isPresent();
    }

    private void view(SchemaObject from) {
        SchemaObject to = sides.to().object(from.key());
        boolean possible = to != null && canBecome(from, to);
        if (!possible) {
            add(from.key());
        }
    }

    private static boolean canBecome(SchemaObject from, SchemaObject to) {
        if (from instanceof View old && to instanceof View wanted) {
            return old.query().equals(wanted.query()) || ViewColumns.areWithin(old.columns(), wanted.columns());
        }
        return from instanceof MaterializedView old
                && to instanceof MaterializedView wanted
                && old.query().equals(wanted.query());
    }

    private void routine(Routine from) {
        SchemaObject to = sides.to().object(from.key());
        boolean changes = to instanceof Routine wanted && !Signatures.areSame(from, wanted);
        if (changes
                || (to == null
                        && (isOfOtherKind(from.key())
                                || new UnchangedDependents(sides).has(from)
                                || new Overloads(sides).makeAmbiguous(from)))) {
            add(from.key());
        }
    }

    /** A function, a procedure and an aggregate of one name and with the same arguments exclude each other. */
    private boolean isOfOtherKind(ObjectKey key) {
        return Stream.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE)
                .anyMatch(kind -> sides.to().has(ObjectKey.of(kind, key.name(), key.detail())));
    }

    private void defined(DefinedObject from) {
        if (from.key().kind() == ObjectKind.AGGREGATE && !sides.to().has(from.key()) && isOfOtherKind(from.key())) {
            add(from.key());
        }
        if (sides.to().object(from.key()) instanceof DefinedObject wanted
                && !(from.definition().equals(wanted.definition())
                        && Objects.equals(from.following(), wanted.following()))) {
            add(from.key());
        }
    }

    private void add(ObjectKey key) {
        if (recreated.add(key)) {
            queue.add(key);
        }
    }

    private void dependent(ObjectKey key, ObjectKey needed) {
        switch (key.kind()) {
            case VIEW, MATERIALIZED_VIEW, FUNCTION, PROCEDURE, RULE, STATISTICS, AGGREGATE -> add(key);
            case TRIGGER, POLICY -> partDependent(key);
            case CONSTRAINT, INDEX -> {
                if (needed.kind() != ObjectKind.COLUMN && !sides.from().isForeignKey(key)) {
                    add(key);
                }
            }
            case COLUMN -> columnDependent(key, needed);
            case DOMAIN -> domainDependent(key, needed);
            default -> {}
        }
    }

    /** A part of a view goes with the view. */
    private void partDependent(ObjectKey key) {
        ObjectKey owner = sides.from().owner(key);
        add(owner.kind() == ObjectKind.TABLE ? key : owner);
    }

    /** The checks and the default of a domain go before a function that they call; the domain itself stays. */
    private void domainDependent(ObjectKey key, ObjectKey needed) {
        if (needed.kind() == ObjectKind.FUNCTION) {
            recreated.add(key);
            gone.add(needed.name().name());
        }
    }

    /** {@return whether an expression calls a function that is dropped or recreated} */
    boolean callsDroppedRoutine(@Nullable String expression) {
        return gone.stream().anyMatch(name -> SqlText.mentions(expression, name));
    }

    private void columnDependent(ObjectKey key, ObjectKey needed) {
        Table from = sides.from().table(key.name());
        Table to = sides.to().table(key.name());
        if (from == null || needed.kind() == ObjectKind.COLUMN) {
            return;
        }
        Column column = from.column(key.detail()).orElse(null);
        if (column != null && to != null && ColumnChanges.generation(column) != null && staysGenerated(column, to)) {
            replace(from, column);
        } else if (column == null
                || to == null
                || to.column(key.detail()).isEmpty()
                || ColumnChanges.generation(column) == null) {
            add(key);
        }
    }
}
