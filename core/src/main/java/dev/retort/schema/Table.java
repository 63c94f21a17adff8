/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.PartitionOf;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.TableOptions;
import dev.retort.schema.part.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table with all its parts.
 *
 * @param name its name
 * @param columns its columns in their order
 * @param constraints its constraints; not-null constraints are part of their columns
 * @param indexes its indexes without those of constraints and those that are attached to an index of a parent
 * @param attachedIndexes the indexes of a partition that are attached to indexes of what it is a partition of
 * @param triggers its triggers without those of constraints
 * @param policies its row-level-security policies
 * @param options its storage options
 * @param partitionBy the partition key as SQL, {@code RANGE (at)}; {@code null} for a table that is not partitioned
 * @param partitionOf what it is a partition of
 * @param inherits the tables that it inherits from
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<AttachedIndex> attachedIndexes,
        List<Trigger> triggers,
        List<Policy> policies,
        TableOptions options,
        @Nullable String partitionBy,
        @Nullable PartitionOf partitionOf,
        List<QualifiedName> inherits,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the lists.
     *
     * @param name its name
     * @param columns its columns in their order
     * @param constraints its constraints; not-null constraints are part of their columns
     * @param indexes its indexes without those of constraints and those that are attached to an index of a parent
     * @param attachedIndexes the indexes of a partition that are attached to indexes of what it is a partition of
     * @param triggers its triggers without those of constraints
     * @param policies its row-level-security policies
     * @param options its storage options
     * @param partitionBy the partition key as SQL, {@code RANGE (at)}; {@code null} for a table that is not partitioned
     * @param partitionOf what it is a partition of
     * @param inherits the tables that it inherits from
     * @param grants privileges on it
     * @param comment its comment
     */
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        attachedIndexes = List.copyOf(attachedIndexes);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        inherits = List.copyOf(inherits);
        grants = List.copyOf(grants);
    }

    /**
     * {@return a plain table}
     *
     * @param name its name
     * @param columns its columns in their order
     * @param constraints its constraints without those that mark columns as not null
     */
    public static Table of(QualifiedName name, List<Column> columns, List<Constraint> constraints) {
        return new Table(
                name,
                columns,
                constraints,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableOptions.DEFAULT,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.TABLE, name);
    }

    /**
     * Finds a column.
     *
     * @param columnName the column's name, unquoted
     * @return the column; empty when the table has none of that name
     */
    public Optional<Column> column(String columnName) {
        // Looked up for every column of every table that is compared: a stream for each is what that would cost most.
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** {@return its primary key} */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    /**
     * {@return this table with other constraints}
     *
     * @param other the constraints in place of these
     */
    public Table withConstraints(List<Constraint> other) {
        return with(parts -> parts.constraints = other);
    }

    /**
     * {@return this table with other columns}
     *
     * @param other the columns in place of these, in their order
     */
    public Table withColumns(List<Column> other) {
        return with(parts -> parts.columns = other);
    }

    /**
     * {@return this table under another name}
     *
     * @param other the other name; indexes and constraints keep theirs
     */
    public Table withName(QualifiedName other) {
        return with(parts -> parts.name = other);
    }

    /**
     * {@return this table with other indexes}
     *
     * @param other the indexes in place of these, without those of constraints
     */
    public Table withIndexes(List<Index> other) {
        return with(parts -> parts.indexes = other);
    }

    /**
     * {@return this table with other attached indexes}
     *
     * @param other the indexes in place of these, attached to indexes of what it is a partition of
     */
    public Table withAttachedIndexes(List<AttachedIndex> other) {
        return with(parts -> parts.attachedIndexes = other);
    }

    /**
     * {@return this table with other triggers}
     *
     * @param other the triggers in place of these, without those of constraints
     */
    public Table withTriggers(List<Trigger> other) {
        return with(parts -> parts.triggers = other);
    }

    /**
     * {@return this table with other policies}
     *
     * @param other the row-level-security policies in place of these
     */
    public Table withPolicies(List<Policy> other) {
        return with(parts -> parts.policies = other);
    }

    /**
     * {@return this table with other options}
     *
     * @param other the storage, row-level-security and replica identity options in place of these
     */
    public Table withOptions(TableOptions other) {
        return with(parts -> parts.options = other);
    }

    /**
     * {@return this table with another partition key}
     *
     * @param other the partition key as SQL; {@code null} for a table that is not partitioned
     */
    public Table withPartitionBy(@Nullable String other) {
        return with(parts -> parts.partitionBy = other);
    }

    /**
     * {@return this table as a partition}
     *
     * @param other what it is a partition of; {@code null} for none
     */
    public Table withPartitionOf(@Nullable PartitionOf other) {
        return with(parts -> parts.partitionOf = other);
    }

    /**
     * {@return this table with other parents}
     *
     * @param other the tables that it inherits from
     */
    public Table withInherits(List<QualifiedName> other) {
        return with(parts -> parts.inherits = other);
    }

    /**
     * {@return this table with other privileges}
     *
     * @param other the privileges in place of these
     */
    public Table withGrants(List<Grant> other) {
        return with(parts -> parts.grants = other);
    }

    /**
     * {@return this table with another comment}
     *
     * @param other the other comment; {@code null} for none
     */
    public Table withComment(@Nullable String other) {
        return with(parts -> parts.comment = other);
    }

    private Table with(Consumer<TableBuilder> change) {
        TableBuilder parts = new TableBuilder(this);
        change.accept(parts);
        return parts.table();
    }
}
