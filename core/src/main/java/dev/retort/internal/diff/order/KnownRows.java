/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.ListedValues;
import dev.retort.internal.diff.model.PartColumns;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.model.Storage;
import dev.retort.schema.Table;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the rows of a table that a script changes: which rules they meet because the table had these or
 * stricter rules before, and which new columns are null in all of them.
 */
final class KnownRows {

    private static final Set<String> STRICT = Set.of("AND", "OR", "NOT", "ANY", "ARRAY");
    private static final Pattern CAST =
            Pattern.compile("::(?:\"[^\"]+\"|[\\w.]+)(?: varying| precision)?(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[])?");

    private final ScriptEffects effects;
    private final KeptColumns kept;
    private final Casts casts;
    private final Table from;
    private final Table to;

    KnownRows(ComparedSchemas sides, ScriptEffects effects, Table from, Table to) {
        this.effects = effects;
        this.kept = new KeptColumns(sides, effects);
        this.casts = new Casts(sides.from(), sides.to());
        this.from = from;
        this.to = to;
    }

    /** {@return whether no two rows have the same key} */
    boolean areUnique(UniqueKey key) {
        boolean apart = key.columns().stream().anyMatch(this::isNumbered);
        boolean withoutKey = !key.nullsNotDistinct() && key.columns().stream().anyMatch(this::isEmpty);
        return apart || withoutKey || UniqueKey.of(from).stream().anyMatch(old -> implies(old, key));
    }

    private boolean implies(UniqueKey old, UniqueKey key) {
        boolean nullsMatter = key.nullsNotDistinct() && !old.nullsNotDistinct();
        return key.elements().containsAll(old.elements())
                && (old.predicate() == null || old.predicate().equals(key.predicate()))
                && (!nullsMatter || old.columns().stream().allMatch(this::hadNoNulls))
                && kept.include(to.name(), old.words())
                && old.words().stream().noneMatch(effects::changesRoutine);
    }

    private boolean hadNoNulls(String column) {
        return from.column(column).filter(Column::isNotNull).isPresent();
    }

    /** {@return whether the table had a constraint that is the same but for its name and storage} */
    boolean hadSame(Constraint constraint) {
        return from.constraints().stream().anyMatch(old -> Storage.without(old).equals(Storage.without(constraint)))
                && kept.include(to.name(), PartColumns.columns(constraint))
                && PartColumns.columns(constraint).stream().noneMatch(effects::changesRoutine);
    }

    /** {@return whether each row refers to a row, or to none} */
    boolean refer(ForeignKey key) {
        boolean empty = key.matchFull()
                ? key.columns().stream().allMatch(this::isEmpty)
                : key.columns().stream().anyMatch(this::isEmpty);
        return empty
                || from.constraints().stream().anyMatch(old -> old instanceof ForeignKey other && implies(other, key));
    }

    private boolean implies(ForeignKey old, ForeignKey key) {
        return old.validated()
                && old.enforced()
                && old.referenced().equals(key.referenced())
                && pairs(old).equals(pairs(key))
                && (old.matchFull() || !key.matchFull())
                && old.period() == key.period()
                && kept.include(to.name(), Set.copyOf(key.columns()))
                && kept.include(key.referenced(), Set.copyOf(key.referencedColumns()));
    }

    private static Set<List<String>> pairs(ForeignKey key) {
        Set<List<String>> pairs = new HashSet<>();
        IntStream.range(0, key.columns().size())
                .forEach(i -> pairs.add(
                        List.of(key.columns().get(i), key.referencedColumns().get(i))));
        return pairs;
    }

    /** {@return whether no row violates a check} */
    boolean meet(Check check) {
        Optional<ListedValues> listed = ListedValues.of(check.expression());
        return listed.filter(this::isNewWithin).isPresent()
                || isNull(check.expression())
                || from.constraints().stream()
                        .anyMatch(old -> old instanceof Check other && implies(other, check, listed));
    }

    private boolean implies(Check old, Check check, Optional<ListedValues> listed) {
        boolean same = old.expression().equals(check.expression());
        boolean within = listed.isPresent()
                && ListedValues.of(old.expression())
                        .filter(values -> values.column().equals(listed.get().column()))
                        .filter(values -> listed.get().values().containsAll(values.values()))
                        .isPresent();
        Set<String> words = PartColumns.columns(check);
        boolean orders = check.expression().replace("<>", "").matches("(?s).*[<>].*");
        return old.validated()
                && old.enforced()
                && (same || within)
                && ((same && orders) ? kept.includeInOrder(to.name(), words) : kept.include(to.name(), words))
                && words.stream().noneMatch(effects::changesRoutine);
    }

    /** A new column is null in all rows, or has its default. A null meets a list. */
    private boolean isNewWithin(ListedValues listed) {
        Column column = added(listed.column());
        if (column == null) {
            return false;
        }
        return column.value() instanceof Default given
                ? ListedValues.of("c = " + given.expression())
                        .filter(values -> listed.values().containsAll(values.values()))
                        .isPresent()
                : column.value().equals(ColumnValue.NONE) && isNoDomain(column);
    }

    /** A condition of operators over new columns without a value is null, which meets a check. */
    private boolean isNull(String expression) {
        Set<String> words = new HashSet<>(SqlText.words(CAST.matcher(expression).replaceAll("")));
        words.removeAll(STRICT);
        return !words.isEmpty()
                && !expression.contains("||")
                && words.stream().allMatch(word -> {
                    Column column = added(word);
                    return column != null && column.value().equals(ColumnValue.NONE) && isNoDomain(column);
                });
    }

    private boolean isEmpty(String name) {
        Column column = added(name);
        return column != null && column.value().equals(ColumnValue.NONE) && !column.isNotNull() && isNoDomain(column);
    }

    /** A domain may have a default. */
    private boolean isNoDomain(Column column) {
        return casts.underlying(column.type()).equals(column.type());
    }

    private boolean isNumbered(String name) {
        Column column = added(name);
        return column != null && column.value() instanceof Identity;
    }

    private @Nullable Column added(String name) {
        boolean isKept = from.column(name).isPresent() && !effects.drops(to.name(), name);
        return isKept ? null : to.column(name).orElse(null);
    }
}
