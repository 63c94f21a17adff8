/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.error.RetortException;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.NewTable;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of the model that objects which it does not know already have: tables, views, sequences and indexes of a schema share
 * their names. An index or a key gets another name, as PostgreSQL gives one where none is stated; a table, view or sequence
 * cannot.
 */
final class TakenNames {

    private static final int LONGEST = 63;

    private final Lookup database;
    private final Lookup model;
    private final Set<ObjectKey> unknown;
    private final Set<QualifiedName> given = new HashSet<>();
    private final Set<String> sentences = new LinkedHashSet<>();

    TakenNames(Lookup database, Lookup model, Set<ObjectKey> unknown) {
        this.database = database;
        this.model = model;
        this.unknown = unknown;
        DatabaseSchema wanted = model.schema();
        Stream.of(wanted.tables(), wanted.views(), wanted.sequences())
                .flatMap(List::stream)
                .map(SchemaObject::key)
                .filter(key -> !database.has(key))
                .forEach(this::refuseTaken);
    }

    /** {@return what has another name than in the model, one sentence each} */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /**
     * {@return a table of the model, whose indexes and keys have names that are free}
     *
     * @param wanted the table
     * @param there the one of the database; {@code null} if it is new
     */
    Table settled(Table wanted, @Nullable Table there) {
        List<Constraint> constraints = there == null ? List.of() : there.constraints();
        List<Index> indexes = there == null ? List.of() : there.indexes();
        return wanted.withConstraints(wanted.constraints().stream()
                        .map(constraint -> settled(wanted, constraint, constraints))
                        .toList())
                .withIndexes(wanted.indexes().stream()
                        .map(index -> settled(wanted, index, indexes))
                        .toList());
    }

    private Constraint settled(Table table, Constraint constraint, List<Constraint> there) {
        boolean hasIndex = !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
        String name = constraint.name();
        if (!hasIndex || name == null) {
            return constraint;
        }
        return constraint.withName(free(
                table,
                name,
                there.stream()
                        .filter(other -> NewTable.sameMeaning(constraint, other))
                        .map(Constraint::name)));
    }

    private Index settled(Table table, Index index, List<Index> there) {
        String name = index.name();
        if (name == null) {
            return index;
        }
        return index.withName(free(
                table,
                name,
                there.stream()
                        .filter(other -> NewTable.meaning(index).equals(NewTable.meaning(other)))
                        .map(Index::name)));
    }

    /** One of the same meaning that is there under another name has got it from an earlier script. */
    private String free(Table table, String name, Stream<@Nullable String> there) {
        ObjectKey owner = unknownOwner(table.name().sibling(name));
        if (owner == null) {
            return name;
        }
        String free = there.filter(Objects::nonNull)
                .filter(other -> model.relation(table.name().sibling(other)) == null)
                .findFirst()
                .orElseGet(() -> numbered(table.name(), name));
        given.add(table.name().sibling(free));
        sentences.add("The index " + name + " of " + table.key() + " is named " + free + ": " + owner
                + ", which the model does not know, has that name or an index of it. Drop it with --drop-unknown, write it"
                + " into the model, or rename one of them.");
        return free;
    }

    private String numbered(QualifiedName table, String name) {
        for (int number = 1; ; number++) {
            String suffix = Integer.toString(number);
            String free = name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
            QualifiedName qualified = table.sibling(free);
            if (database.relation(qualified) == null
                    && model.relation(qualified) == null
                    && !given.contains(qualified)) {
                return free;
            }
        }
    }

    private @Nullable ObjectKey unknownOwner(QualifiedName name) {
        ObjectKey relation = database.relation(name);
        if (relation == null) {
            return null;
        }
        ObjectKey owner = database.owner(relation);
        return unknown.contains(owner) || relation.kind() == ObjectKind.FOREIGN_TABLE ? owner : null;
    }

    private void refuseTaken(ObjectKey wanted) {
        ObjectKey relation = database.relation(wanted.name());
        ObjectKey owner = unknownOwner(wanted.name());
        if (relation != null && owner != null && relation.kind() == ObjectKind.INDEX) {
            throw new RetortException(
                    "The model has " + wanted + ", and an index of " + owner + " has that name.",
                    "Tables, views, sequences and indexes of a schema share their names, and the model does not know "
                            + owner + ": a script would always fail.",
                    "Rename the index (ALTER INDEX " + wanted.name() + " RENAME TO ...), drop " + owner
                            + " with --drop-unknown, or write it into the model.");
        }
    }
}
