/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Serial;
import dev.retort.schema.Table;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drops and adds that look like renames: only a user can know whether they are. */
public final class RenameHints {

    private final Map<List<String>, List<Table>> gone = new HashMap<>();
    private final @Nullable Casts casts;

    /** Notes nothing: a downgrade has the reverse of the upgrade, where the hints are. */
    public RenameHints() {
        this.casts = null;
    }

    /**
     * Notes the tables that the model does not have.
     *
     * @param database the real schema
     * @param model the wanted one
     */
    public RenameHints(Lookup database, Lookup model) {
        this.casts = new Casts(database, model);
        for (Table table : database.schema().tables()) {
            if (model.table(table.name()) == null && table.partitionOf() == null) {
                gone.computeIfAbsent(shape(table), key -> new ArrayList<>()).add(table);
            }
        }
    }

    private static List<String> shape(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .sorted()
                .toList();
    }

    /** {@return what to say of a new table} */
    public List<String> ofTable(Table table) {
        return gone.getOrDefault(shape(table), List.of()).stream()
                .map(old -> Notes.looksLikeTableRename(old.name(), table.name()))
                .toList();
    }

    /** {@return what to say of a new column} */
    public List<String> ofColumn(Table from, Table to, Column column) {
        if (casts == null) {
            return List.of();
        }
        List<Column> candidates = from.columns().stream()
                .filter(old -> to.column(old.name()).isEmpty() && isAlike(old, column))
                .toList();
        List<Column> rivals = to.columns().stream()
                .filter(other -> from.column(other.name()).isEmpty() && isAlike(other, column))
                .toList();
        if (candidates.isEmpty()) {
            return ofRetyped(casts, from, to, column);
        }
        return candidates.size() == 1 && rivals.size() == 1
                ? List.of(
                        Notes.looksLikeColumnRename(to.name(), candidates.get(0).name(), column.name()))
                : List.of();
    }

    /** A column may have got another type with its other name, one to which PostgreSQL converts it or from which. */
    private static List<String> ofRetyped(Casts casts, Table from, Table to, Column column) {
        List<Column> gone = plain(from, to);
        List<Column> added = plain(to, from);
        return gone.size() == 1
                        && added.equals(List.of(column))
                        && isNumbered(gone.get(0)) == isNumbered(column)
                        && areRelated(casts, gone.get(0).type(), column.type())
                ? List.of(Notes.looksLikeColumnRename(to.name(), gone.get(0).name(), column.name()))
                : List.of();
    }

    private static boolean areRelated(Casts casts, DataType some, DataType other) {
        return casts.using("c", some, other) == null || casts.using("c", other, some) == null;
    }

    private static List<Column> plain(Table some, Table other) {
        return some.columns().stream()
                .filter(column -> other.column(column.name()).isEmpty() && ColumnChanges.generation(column) == null)
                .toList();
    }

    private static boolean isAlike(Column some, Column another) {
        return some.type().equals(another.type())
                && ColumnChanges.generation(some) == null
                && ColumnChanges.generation(another) == null
                && isNumbered(some) == isNumbered(another);
    }

    /** A column that PostgreSQL numbers is not taken for one that had other values. */
    private static boolean isNumbered(Column column) {
        return column.value() instanceof Identity || Serial.sequence(column.value()) != null;
    }
}
