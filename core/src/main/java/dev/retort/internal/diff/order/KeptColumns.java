/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.model.TypeNotes;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Columns whose values a script keeps: of two that differ it makes none that are the same. */
final class KeptColumns {

    private final ComparedSchemas sides;
    private final ScriptEffects effects;
    private final Casts casts;

    KeptColumns(ComparedSchemas sides, ScriptEffects effects) {
        this.sides = sides;
        this.effects = effects;
        this.casts = new Casts(sides.from(), sides.to());
    }

    /** {@return whether all columns of a table that these words may name are kept} */
    boolean include(QualifiedName name, Set<String> words) {
        return all(name, words, (from, to) -> isKept(name, from, to));
    }

    /** {@return whether they are kept and their values are in the same order} */
    boolean includeInOrder(QualifiedName name, Set<String> words) {
        return all(name, words, (from, to) -> isKept(name, from, to) && isInOrder(from.type(), to.type()));
    }

    private boolean all(QualifiedName name, Set<String> words, BiPredicate<Column, Column> condition) {
        Table from = sides.from().table(name);
        Table to = sides.to().table(name);
        return from != null
                && to != null
                && !effects.creates(name)
                && from.columns().stream()
                        .filter(column -> words.contains(column.name()))
                        .allMatch(column -> to.column(column.name())
                                .filter(other -> condition.test(column, other))
                                .isPresent());
    }

    private boolean isKept(QualifiedName table, Column from, Column to) {
        return !effects.drops(table, to.name())
                && Objects.equals(from.collation(), to.collation())
                && Objects.equals(ColumnChanges.generation(from), ColumnChanges.generation(to))
                && (from.type().equals(to.type())
                        ? isKept(to.type())
                        : TypeNotes.of(casts, from.type(), to.type(), casts.using(to.name(), from.type(), to.type()))
                                .isEmpty());
    }

    /** A type may be another one under its name. An enum type that is replaced has the labels of all rows. */
    private boolean isKept(DataType type) {
        return underlying(sides.from(), type).equals(underlying(sides.to(), type))
                && (object(sides.from(), type) == null) == (object(sides.to(), type) == null);
    }

    private boolean isInOrder(DataType before, DataType after) {
        if (object(sides.from(), before) instanceof EnumType from && object(sides.to(), after) instanceof EnumType to) {
            return common(from, to).equals(common(to, from));
        }
        return casts.areComparable(before, after);
    }

    private static List<String> common(EnumType type, EnumType other) {
        return type.labels().stream().filter(other.labels()::contains).toList();
    }

    private static DataType underlying(Lookup side, DataType type) {
        return new Casts(side, side).underlying(type);
    }

    private static @Nullable SchemaObject object(Lookup side, DataType type) {
        QualifiedName name = SqlText.qualified(type.sql().replace("[]", ""));
        return name == null || name.schema() == null ? null : side.object(ObjectKey.of(ObjectKind.TYPE, name));
    }
}
