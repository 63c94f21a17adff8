/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Pairs;
import dev.retort.internal.diff.model.UsedColumns;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gives a table of a mapping the indexes that the database's table has and the classes do not state. */
final class IndexAlignment {

    private final MappingAlignment alignment;
    private final Table stated;
    private final Table real;

    /**
     * Prepares the alignment of a table.
     *
     * @param alignment what all tables share
     * @param stated the table of the model as the classes state it
     * @param real the table of the database
     */
    IndexAlignment(MappingAlignment alignment, Table stated, Table real) {
        this.alignment = alignment;
        this.stated = stated;
        this.real = real;
    }

    /** {@return the indexes of the model, complete} */
    List<Index> align() {
        Pairs<Index> pairs = Pairs.of(real.indexes(), stated.indexes(), Index::name, NewTable::meaning);
        List<Index> all = new ArrayList<>();
        for (Pairs.Pair<Index> pair : pairs.pairs()) {
            boolean generated = alignment.tolerates(Tolerance.NAME) && !isNamed(pair.to());
            all.add(
                    generated
                            ? pair.to()
                                    .withName(Objects.requireNonNull(pair.from().name()))
                            : pair.to());
        }
        pairs.added().stream().filter(index -> !isSatisfied(index)).forEach(all::add);
        pairs.gone().stream().filter(this::stays).forEach(all::add);
        return all;
    }

    private boolean isNamed(Index index) {
        return alignment
                .context()
                .facts()
                .explicitNames()
                .contains(ObjectKey.of(ObjectKind.INDEX, stated.name().sibling(Objects.requireNonNull(index.name()))));
    }

    /** A unique constraint has an index. */
    private boolean isSatisfied(Index index) {
        return alignment.tolerates(Tolerance.INDEX)
                && index.unique()
                && real.constraints().stream()
                        .anyMatch(constraint -> ConstraintAlignment.isUniqueOver(index, columns(constraint)));
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return unique.columns();
        }
        return constraint instanceof PrimaryKey key ? key.columns() : List.of();
    }

    private boolean stays(Index index) {
        Set<String> dropped = ConstraintAlignment.dropped(stated, real);
        if (meetsAConstraint(index)) {
            return true;
        }
        boolean kept = alignment.keeps(Tolerance.INDEX)
                && UsedColumns.of(index).noneMatch(dropped::contains)
                && !alignment.rules().isWithdrawn(StatedRules.of(real.name(), index));
        if (kept) {
            alignment.leave(Tolerance.INDEX, index.name() + " on " + Notes.words(real.name()));
        }
        return kept;
    }

    private boolean meetsAConstraint(Index index) {
        return alignment.tolerates(Tolerance.UNIQUE)
                && stated.constraints().stream()
                        .filter(constraint -> constraint instanceof Unique || isMissingKey(constraint))
                        .anyMatch(constraint -> ConstraintAlignment.isUniqueOver(index, columns(constraint)));
    }

    /** The index does what the key would. */
    private boolean isMissingKey(Constraint constraint) {
        return constraint instanceof PrimaryKey key
                && key.columns().size() > 1
                && real.primaryKey().isEmpty();
    }
}
