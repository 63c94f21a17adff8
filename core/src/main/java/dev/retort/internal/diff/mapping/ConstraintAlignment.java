/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.model.ListedValues;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.model.UsedColumns;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a table of a mapping the constraints that the database's table has and the classes do not state. */
final class ConstraintAlignment {

    private final MappingAlignment alignment;
    private final Table stated;
    private final Table real;
    private final Set<Constraint> satisfied = new HashSet<>();

    /**
     * Prepares the alignment of a table.
     *
     * @param alignment what all tables share
     * @param stated the table of the model, whose columns are complete
     * @param real the table of the database
     */
    ConstraintAlignment(MappingAlignment alignment, Table stated, Table real) {
        this.alignment = alignment;
        this.stated = stated;
        this.real = real;
    }

    /** {@return the constraints of the model, complete} */
    List<Constraint> align() {
        List<Constraint> all = new ArrayList<>();
        for (Constraint constraint : stated.constraints()) {
            Constraint counterpart = counterpart(constraint);
            if (counterpart != null) {
                satisfied.add(counterpart);
                all.add(aligned(constraint, counterpart));
            } else if (constraint instanceof PrimaryKey key && isSatisfiedByUnique(key)) {
                uniqueOver(key).filter(satisfied::add).forEach(all::add);
            } else if (!isSatisfiedByIndex(constraint)) {
                all.add(underItsName(constraint));
            }
        }
        boolean hasKey = all.stream().anyMatch(PrimaryKey.class::isInstance);
        for (Constraint constraint : real.constraints()) {
            boolean second = constraint instanceof PrimaryKey && hasKey;
            if (!satisfied.contains(constraint) && !second && stays(constraint, all)) {
                all.add(constraint);
            }
        }
        return all;
    }

    private @Nullable Constraint counterpart(Constraint constraint) {
        List<Constraint> candidates = real.constraints().stream()
                .filter(other -> !satisfied.contains(other) && isSame(constraint, other))
                .toList();
        return candidates.stream()
                .filter(other -> Objects.equals(other.name(), constraint.name()))
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.get(0));
    }

    private boolean isSame(Constraint some, Constraint other) {
        if (some instanceof ForeignKey key && other instanceof ForeignKey realKey) {
            return key.referenced().equals(realKey.referenced()) && pairs(key).equals(pairs(realKey));
        }
        if (some instanceof Unique unique && other instanceof Unique realUnique) {
            return sameColumns(unique.columns(), realUnique.columns());
        }
        if (some instanceof PrimaryKey key && other instanceof PrimaryKey realKey) {
            return sameColumns(key.columns(), realKey.columns());
        }
        Optional<ListedValues> values = listed(some);
        return (values.isPresent() && values.equals(listed(other))) || NewTable.sameMeaning(some, other);
    }

    private static Optional<ListedValues> listed(Constraint constraint) {
        return constraint instanceof Check check ? ListedValues.of(check.expression()) : Optional.empty();
    }

    /** A list of other values of the same column, under whatever name, would refuse what the classes may write. */
    private Constraint underItsName(Constraint constraint) {
        Optional<String> column = listed(constraint).map(ListedValues::column);
        Constraint list = column.isPresent() && alignment.tolerates(Tolerance.CHECK)
                ? real.constraints().stream()
                        .filter(other -> !satisfied.contains(other)
                                && column.equals(listed(other).map(ListedValues::column)))
                        .findFirst()
                        .orElse(null)
                : null;
        if (list == null) {
            return constraint;
        }
        satisfied.add(list);
        return alignment.tolerates(Tolerance.NAME) && !isNamed(constraint)
                ? constraint.withName(list.name())
                : constraint;
    }

    private static Map<String, String> pairs(ForeignKey key) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String to =
                    i < key.referencedColumns().size() ? key.referencedColumns().get(i) : "";
            pairs.put(key.columns().get(i), to);
        }
        return pairs;
    }

    private static boolean sameColumns(List<String> some, List<String> others) {
        return some.size() == others.size() && new HashSet<>(some).equals(new HashSet<>(others));
    }

    private Constraint aligned(Constraint wanted, Constraint counterpart) {
        Constraint same = wanted;
        if (wanted instanceof ForeignKey key && counterpart instanceof ForeignKey realKey) {
            same = alignment.tolerates(Tolerance.ON_DELETE) ? withActions(key, realKey) : wanted;
        } else if (alignment.tolerates(kind(wanted))) {
            same = counterpart;
        }
        boolean generated = alignment.tolerates(Tolerance.NAME) && !isNamed(wanted);
        return same.withName(generated ? counterpart.name() : wanted.name());
    }

    private boolean isNamed(Constraint constraint) {
        return constraint.name() != null
                && alignment
                        .context()
                        .facts()
                        .explicitNames()
                        .contains(ObjectKey.of(ObjectKind.CONSTRAINT, stated.name(), constraint.name()));
    }

    private ForeignKey withActions(ForeignKey wanted, ForeignKey realKey) {
        boolean states = wanted.onDelete() != ForeignKeyAction.NO_ACTION;
        boolean withdrawn = alignment.rules().isWithdrawn(StatedRules.onDelete(stated.name(), realKey));
        boolean keeps = !states && !withdrawn;
        if (keeps && hasActions(realKey)) {
            alignment.leave(Tolerance.ON_DELETE, shown(realKey));
        }
        return new ForeignKey(
                realKey.name(),
                realKey.columns(),
                realKey.referenced(),
                realKey.referencedColumns(),
                realKey.onUpdate(),
                keeps ? realKey.onDelete() : wanted.onDelete(),
                keeps ? realKey.onDeleteColumns() : wanted.onDeleteColumns(),
                realKey.matchFull(),
                realKey.period(),
                realKey.deferrability(),
                realKey.validated(),
                realKey.enforced(),
                realKey.comment());
    }

    private static boolean hasActions(ForeignKey key) {
        return key.onDelete() != ForeignKeyAction.NO_ACTION || key.onUpdate() != ForeignKeyAction.NO_ACTION;
    }

    private String shown(ForeignKey key) {
        String actions = key.onDelete() == ForeignKeyAction.NO_ACTION
                ? "ON UPDATE " + words(key.onUpdate())
                : "ON DELETE " + words(key.onDelete());
        return Notes.words(real.name()) + " (" + String.join(", ", key.columns()) + ") " + actions;
    }

    private static String words(ForeignKeyAction action) {
        return action.name().replace('_', ' ');
    }

    /** A unique constraint does what the key of a join table does, if its columns are NOT NULL. */
    private boolean isSatisfiedByUnique(PrimaryKey key) {
        return key.columns().size() > 1
                && alignment.tolerates(Tolerance.PRIMARY_KEY)
                && real.primaryKey().isEmpty()
                && key.columns().stream()
                        .allMatch(name ->
                                real.column(name).filter(Column::isNotNull).isPresent())
                && (uniqueOver(key).findAny().isPresent()
                        || real.indexes().stream().anyMatch(index -> isUniqueOver(index, key.columns())));
    }

    private Stream<Constraint> uniqueOver(PrimaryKey key) {
        return real.constraints().stream()
                .filter(other -> other instanceof Unique unique && sameColumns(unique.columns(), key.columns()));
    }

    /** A unique index, and the primary key, keep out doubles as a constraint does. */
    private boolean isSatisfiedByIndex(Constraint constraint) {
        return constraint instanceof Unique unique
                && alignment.tolerates(Tolerance.UNIQUE)
                && (real.indexes().stream().anyMatch(index -> isUniqueOver(index, unique.columns()))
                        || real.primaryKey()
                                .filter(key -> sameColumns(key.columns(), unique.columns()))
                                .isPresent());
    }

    /** {@return whether an index keeps out doubles of these columns, whatever else rows have} */
    static boolean isUniqueOver(Index index, List<String> columns) {
        List<String> own = index.elements().stream()
                .map(element -> element.column() == null ? "" : element.column())
                .toList();
        return index.unique() && index.predicate() == null && sameColumns(columns, own);
    }

    private boolean stays(Constraint constraint, List<Constraint> all) {
        Tolerance kind = kind(constraint);
        boolean replaced = all.stream().anyMatch(other -> Objects.equals(other.name(), constraint.name()));
        boolean kept = (kind == Tolerance.FOREIGN_KEY || kind == Tolerance.PRIMARY_KEY)
                ? alignment.tolerates(kind)
                : alignment.keeps(kind);
        if (replaced
                || !kept
                || goesWithAColumn(constraint)
                || listsConstantsOfBefore(constraint)
                || alignment.rules().isWithdrawn(real.name(), constraint)) {
            return false;
        }
        if (!(constraint instanceof Check check && check.inherited())) {
            alignment.leave(kind, named(constraint));
        }
        return true;
    }

    /** A list of the constants of an enum, or of an array of them, as a column stored them that stores them in another way now. */
    private boolean listsConstantsOfBefore(Constraint constraint) {
        if (!(constraint instanceof Check check)) {
            return false;
        }
        String name = listed(check)
                .map(ListedValues::column)
                .or(() -> ListedValues.columnOfElements(check.expression()))
                .orElse("");
        Column old = real.column(name).orElse(null);
        Column wanted = stated.column(name).orElse(null);
        return old != null
                && wanted != null
                && alignment.context().facts().constants().containsKey(new ColumnName(stated.name(), name))
                && OrdinalEnums.isConverted(old.type(), wanted.type());
    }

    private String named(Constraint constraint) {
        return constraint.name() + " on " + Notes.words(real.name());
    }

    /** A constraint over a dropped column: PostgreSQL drops it with the column, and the downgrade adds it again. */
    private boolean goesWithAColumn(Constraint constraint) {
        Set<String> dropped = dropped(stated, real);
        return kind(constraint) == Tolerance.CHECK
                ? UsedColumns.of(constraint).anyMatch(dropped::contains)
                : PartColumns.columns(constraint).stream().anyMatch(dropped::contains);
    }

    static Set<String> dropped(Table stated, Table real) {
        return real.columns().stream()
                .map(Column::name)
                .filter(column -> stated.column(column).isEmpty())
                .collect(Collectors.toSet());
    }

    private static Tolerance kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Tolerance.PRIMARY_KEY;
        }
        if (constraint instanceof ForeignKey) {
            return Tolerance.FOREIGN_KEY;
        }
        return constraint instanceof Check || constraint instanceof Exclusion ? Tolerance.CHECK : Tolerance.UNIQUE;
    }
}
