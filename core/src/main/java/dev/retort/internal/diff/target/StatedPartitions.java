/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.Namespace;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.PartitionOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Partitions. Those of a table for which the model states none are made while the application runs, so they stay even where unknown
 * objects are dropped. A new one is left out where the table cannot get it.
 */
final class StatedPartitions {

    /** A table may have thousands. */
    private static final int SHOWN = 10;

    private final Lookup database;
    private final Lookup model;
    private final boolean dropUnknown;
    private final boolean mapping;
    private final Set<String> sentences = new LinkedHashSet<>();

    StatedPartitions(Lookup database, Lookup model, DiffSettings settings) {
        this.database = database;
        this.model = model;
        this.dropUnknown = settings.dropUnknown();
        this.mapping = settings.mapping();
    }

    /** {@return what is left out, one sentence each} */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** {@return the partitions that the model does not know and that stay, and their schemas} */
    Set<ObjectKey> kept() {
        Set<ObjectKey> kept = new LinkedHashSet<>();
        Map<QualifiedName, List<String>> unstated = new LinkedHashMap<>();
        for (Table table : database.schema().tables()) {
            if (keeps(table)) {
                kept.add(table.key());
                QualifiedName parent =
                        Objects.requireNonNull(table.partitionOf()).parent();
                if (model.table(parent) != null && !isStated(parent)) {
                    unstated.computeIfAbsent(parent, name -> new ArrayList<>())
                            .add(table.name().toString());
                }
                database.schema().namespaces().stream()
                        .filter(namespace ->
                                namespace.name().equals(table.name().schema()))
                        .map(Namespace::key)
                        .filter(key -> !model.has(key))
                        .forEach(kept::add);
            }
        }
        if (!mapping) {
            unstated.forEach(this::sayKept);
        }
        return kept;
    }

    private void sayKept(QualifiedName parent, List<String> names) {
        int shown = Math.min(names.size(), SHOWN);
        String more = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        sentences.add(
                "The model states no partition of table " + parent + ", so the existing ones stay with their rows,"
                        + " although objects that the model does not know are dropped: "
                        + String.join(", ", names.subList(0, shown)) + more
                        + ". Write those that you need into the model; or drop them in the script, which deletes their rows.");
    }

    /** {@return whether a partition that the model does not know stays} */
    boolean keeps(Table table) {
        PartitionOf partition = table.partitionOf();
        if (partition == null || model.has(table.key())) {
            return false;
        }
        Table parent = database.table(partition.parent());
        boolean hasParent = model.table(partition.parent()) != null || (parent != null && keeps(parent));
        return hasParent && (!dropUnknown || !isStated(partition.parent()) || keepsItsKey(partition.parent()));
    }

    private boolean isStated(QualifiedName parent) {
        return model.schema().tables().stream()
                .map(Table::partitionOf)
                .anyMatch(partition -> partition != null && partition.parent().equals(parent));
    }

    /** PostgreSQL changes no partition key. */
    private boolean keepsItsKey(QualifiedName parent) {
        Table there = database.table(parent);
        Table wanted = model.table(parent);
        return there != null && wanted != null && !Objects.equals(there.partitionBy(), wanted.partitionBy());
    }

    /** {@return a table of the model, with the keys of the existing one where that keeps another partition key} */
    Table withKeys(Table wanted, Table there) {
        if (there.partitionBy() == null
                || !keepsItsKey(there.name())
                || keys(wanted).equals(keys(there))) {
            return wanted;
        }
        sentences.add(
                "Table " + there.name() + " keeps its partition key, so its primary key and its unique constraints"
                        + " and indexes stay, because they contain that key.");
        List<Constraint> constraints = new ArrayList<>(keys(there));
        wanted.constraints().stream().filter(constraint -> !isKey(constraint)).forEach(constraints::add);
        List<Index> indexes =
                new ArrayList<>(there.indexes().stream().filter(Index::unique).toList());
        wanted.indexes().stream().filter(index -> !index.unique()).forEach(indexes::add);
        return wanted.withConstraints(constraints).withIndexes(indexes);
    }

    private static List<Constraint> keys(Table table) {
        return table.constraints().stream().filter(StatedPartitions::isKey).toList();
    }

    private static boolean isKey(Constraint constraint) {
        return !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
    }

    /** {@return whether a table of the model can be made} */
    boolean canBeMade(Table wanted) {
        PartitionOf partition = wanted.partitionOf();
        if (partition == null || database.table(wanted.name()) != null) {
            return true;
        }
        Table parent = model.table(partition.parent());
        if (parent != null && !canBeMade(parent)) {
            return false;
        }
        if (keepsItsKey(partition.parent())) {
            sentences.add("Table " + partition.parent() + " keeps its partition key, so its partition " + wanted.name()
                    + " of the model is left out.");
            return false;
        }
        return isFree(wanted, partition);
    }

    private boolean isFree(Table wanted, PartitionOf partition) {
        for (Table other : database.schema().tables()) {
            if (partition.equals(other.partitionOf()) && keeps(other)) {
                sentences.add("Partition " + wanted.name() + " of the model is left out: the rows " + partition.bound()
                        + " of " + partition.parent() + " are in " + other.name()
                        + ", which the model does not know. Rename that partition, or drop it with --drop-unknown.");
                return false;
            }
        }
        return true;
    }
}
