/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Generated;
import java.util.List;
import java.util.Set;

/**
 * Generated columns that no class maps: the database computes them from the columns that are mapped, so that rows of the
 * classes need nothing of them. One that the classes stated before is dropped when its field is removed, like any other column.
 */
record ComputedColumns(MappingAlignment alignment) {

    /** {@return those that stay, of a table that both sides have} */
    List<Column> unmapped(Table stated, Table real) {
        if (!alignment.keeps(Tolerance.DEFAULT)) {
            return List.of();
        }
        List<Column> kept = real.columns().stream()
                .filter(column -> stated.column(column.name()).isEmpty())
                .filter(column -> column.value() instanceof Generated generated
                        && isComputable(column.name(), generated, stated, real)
                        && !alignment.rules().isWithdrawn(StatedRules.defaultOf(real.name(), column.name())))
                .toList();
        for (Column column : kept) {
            ColumnName name = new ColumnName(real.name(), column.name());
            alignment.leave(
                    Tolerance.DEFAULT, ColumnAlignment.shown(name) + " " + ColumnAlignment.shown(column.value()));
        }
        return kept;
    }

    /** PostgreSQL does not drop a column while another one is computed from it. */
    private static boolean isComputable(String column, Generated generated, Table stated, Table real) {
        Set<String> words = SqlText.words(generated.expression());
        return real.columns().stream()
                .map(Column::name)
                .filter(name -> words.contains(name) && !name.equals(column))
                .allMatch(name -> stated.column(name).isPresent());
    }
}
