/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Pairs;
import dev.retort.internal.diff.model.PartsOverRows;
import dev.retort.internal.diff.model.TableOptionsComparison;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the indexes of a table or materialized view, by name and by what they are. */
final class IndexComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;
    private final AttachedIndexes attached;

    IndexComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps, AttachedIndexes attached) {
        this.sides = sides;
        this.attached = attached;
        this.recreated = recreated;
        this.steps = steps;
    }

    /**
     * Compares.
     *
     * @param isDropped whether an index must be dropped and built again, or is gone by itself
     */
    void compare(QualifiedName table, List<Index> from, List<Index> to, Predicate<Index> isDropped) {
        Pairs<Index> pairs = Pairs.of(from, to, Index::name, NewTable::meaning);
        for (Pairs.Pair<Index> pair : pairs.pairs()) {
            compare(table, pair.from(), pair.to(), isDropped.test(pair.from()));
        }
        pairs.gone().forEach(index -> drop(table, index));
        pairs.added().forEach(index -> create(table, index));
    }

    private void compare(QualifiedName table, Index from, Index to, boolean isDropped) {
        boolean again = isDropped || recreated.contains(key(table, from)) || !canBecome(table, from, to);
        if (again) {
            drop(table, from, isFixed(from, to) ? new String[] {Notes.invalidIndex()} : new String[0]);
            create(table, to);
        } else {
            if (!NewTable.sameName(from.name(), to.name())) {
                String name = Objects.requireNonNull(to.name());
                steps.add(
                        Rank.RENAME,
                        key(table, from),
                        AnnotatedOperation.of(new ObjectOperation.Rename(key(table, from), name)));
            }
            steps.add(Rank.INDEX, key(table, to), changes(table, from, to));
        }
    }

    /** An invalid index is never wanted: if the model has one, it is treated as valid. */
    private static boolean isFixed(Index from, Index to) {
        return !from.valid() && to.valid();
    }

    private boolean canBecome(QualifiedName table, Index from, Index to) {
        boolean renamed = !NewTable.sameName(from.name(), to.name());
        boolean nameIsFree = to.name() != null && sides.from().relation(table.sibling(to.name())) == null;
        boolean same = !isFixed(from, to) && !losesPartitions(table, from, to);
        return same && withoutStorage(from).equals(withoutStorage(to)) && (!renamed || nameIsFree);
    }

    /** An index of a partitioned table that not every partition has: what {@code ON ONLY} makes. */
    private boolean losesPartitions(QualifiedName name, Index from, Index to) {
        Table table = sides.to().table(name);
        return table != null && table.partitionBy() != null && from.valid() && !to.valid();
    }

    private static Index withoutStorage(Index index) {
        return new Index(
                "",
                index.unique(),
                index.nullsNotDistinct(),
                index.method(),
                index.elements(),
                index.include(),
                index.predicate(),
                IndexStorage.DEFAULT,
                true,
                null);
    }

    private static List<AnnotatedOperation> changes(QualifiedName table, Index from, Index to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.addAll(storage(key(table, to), from.storage(), to.storage()));
        changes.addAll(CommentAndGrantComparison.comment(key(table, to), from.comment(), to.comment()));
        return changes;
    }

    static List<AnnotatedOperation> storage(ObjectKey key, IndexStorage from, IndexStorage to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        changes.addAll(TableOptionsComparison.parameters(key, from.parameters(), to.parameters()));
        changes.addAll(TableOptionsComparison.tablespace(key, from.tablespace(), to.tablespace()));
        return changes;
    }

    /** Drops those indexes of a table that have to go before it. */
    void dropAhead(Table from, PartsOverRows overRows) {
        from.indexes().stream()
                .filter(index -> recreated.contains(key(from.name(), index)) || overRows.has(index))
                .forEach(index -> drop(from.name(), index));
    }

    private void drop(QualifiedName table, Index index, String... notes) {
        steps.add(Rank.DROP_INDEX, key(table, index), AnnotatedOperation.of(DropIndex.of(table, index), notes));
    }

    void create(QualifiedName table, Index index) {
        List<ObjectKey> needs = index.valid() ? attached.before(table, index.name()) : partitions(table);
        steps.add(Rank.INDEX, key(table, index), AnnotatedOperation.of(CreateIndex.of(table, index)), needs);
    }

    /**
     * Compares which of its indexes a table has for replication and for {@code CLUSTER}, after the steps of all indexes and
     * constraints: set when these are built, and again when they are built again.
     */
    void compareUses(Table from, Table to) {
        List<ObjectKey> needs = Stream.concat(
                        TableOptionsComparison.names(to),
                        to.attachedIndexes().stream().map(AttachedIndex::name))
                .flatMap(name -> attached.made(to.name(), name).stream())
                .toList();
        List<AnnotatedOperation> changes =
                TableOptionsComparison.ofIndexes(from, to, name -> attached.isBuilt(to.name(), name));
        steps.add(Rank.REPLICA_IDENTITY, to.key(), changes, needs);
    }

    /** A partition that came after an index would have it. */
    private List<ObjectKey> partitions(QualifiedName table) {
        return sides.to().schema().tables().stream()
                .filter(other -> other.partitionOf() != null
                        && other.partitionOf().parent().equals(table))
                .map(Table::key)
                .toList();
    }

    private static ObjectKey key(QualifiedName table, Index index) {
        return ObjectKey.of(
                ObjectKind.INDEX,
                table.sibling(Objects.requireNonNull(index.name(), "an index of a catalog has a name")));
    }
}
