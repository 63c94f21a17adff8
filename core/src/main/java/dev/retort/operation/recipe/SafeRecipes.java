/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation.recipe;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.Reversal;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes of tables as lists of operations of which each holds a strong lock only for a moment, so that other sessions
 * can write meanwhile.
 *
 * <p>Rows are checked under SHARE UPDATE EXCLUSIVE, which does not block reads and writes, in a separate transaction: a
 * {@link ValidateConstraint} or a concurrent build in a recipe begins a new transaction, as the script writer does.
 * {@link Reversal} reverses a recipe in one step.
 *
 * @since 0.1
 */
public final class SafeRecipes {

    private final ServerVersion version;

    /**
     * Creates the recipes for a version of PostgreSQL.
     *
     * @param version the version, which decides how {@code NOT NULL} is set
     */
    public SafeRecipes(ServerVersion version) {
        this.version = version;
    }

    /**
     * Sets a column {@code NOT NULL}: before 18 through a check constraint that is dropped again, since 18 through a
     * not-null constraint that is validated afterwards.
     *
     * @param table the table
     * @param column the column's name, unquoted; a row with a null fails the validation, not the operations before it
     * @return the operations in order; the validation runs in a separate transaction and blocks neither reads nor
     *     writes
     */
    public List<Operation> notNull(QualifiedName table, String column) {
        if (version.atLeast(18)) {
            // VALIDATE CONSTRAINT with its name does not block writes: SET NOT NULL would check the rows under ACCESS
            // EXCLUSIVE.
            String name = DefaultNames.of(table.name(), column, "not_null");
            NotNull unchecked = new NotNull(name, false, false);
            return List.of(
                    new AlterColumnNullability(table, column, null, unchecked),
                    new AlterColumnNullability(table, column, unchecked, new NotNull(name, false, true)));
        }
        Check check = Check.of(DefaultNames.of(table.name(), column, "there"), quoted(column) + " IS NOT NULL");
        return List.of(
                new AddConstraint(table, check.withValidated(false)),
                new ValidateConstraint(table, Objects.requireNonNull(check.name()), check),
                AlterColumnNullability.setNotNull(table, column),
                DropConstraint.of(table, check));
    }

    /**
     * Adds a foreign key, then checks the rows.
     *
     * @param table the referencing table
     * @param key the foreign key, which must have a name
     * @return {@code ADD CONSTRAINT ... NOT VALID}, then {@code VALIDATE CONSTRAINT}
     */
    public List<Operation> foreignKey(QualifiedName table, ForeignKey key) {
        return addThenValidate(table, key, key.withValidated(false));
    }

    /**
     * Adds a check, then checks the rows.
     *
     * @param table the table
     * @param check the check, which must have a name
     * @return {@code ADD CONSTRAINT ... NOT VALID}, then {@code VALIDATE CONSTRAINT}
     */
    public List<Operation> check(QualifiedName table, Check check) {
        return addThenValidate(table, check, check.withValidated(false));
    }

    private static List<Operation> addThenValidate(QualifiedName table, Constraint checked, Constraint unchecked) {
        return List.of(new AddConstraint(table, unchecked), new ValidateConstraint(table, name(checked), checked));
    }

    /**
     * Replaces a check by another of the same name.
     *
     * @param table the table
     * @param from the check as it is now
     * @param to the check as it becomes, under the same name
     * @return the operations in order: the table is never without a check that new rows satisfy
     */
    public List<Operation> replaceCheck(QualifiedName table, Check from, Check to) {
        Check temporary = to.withName(DefaultNames.of(name(to), "new"));
        ObjectKey key = ObjectKey.of(ObjectKind.CONSTRAINT, table, name(temporary));
        List<Operation> operations = new ArrayList<>(check(table, temporary));
        operations.add(DropConstraint.of(table, from));
        operations.add(new Rename(key, name(to)));
        return List.copyOf(operations);
    }

    /**
     * Adds a primary key over columns of which some are nullable; sets these {@code NOT NULL} first.
     *
     * @param table the table
     * @param key the primary key, which must have a name
     * @param nullable the columns of the key that allow nulls now, unquoted
     * @return the operations in order, those of {@link #notNull} for each of these columns first
     */
    public List<Operation> primaryKey(QualifiedName table, PrimaryKey key, List<String> nullable) {
        List<Operation> operations = new ArrayList<>();
        nullable.forEach(column -> operations.addAll(notNull(table, column)));
        operations.addAll(unique(table, key));
        return List.copyOf(operations);
    }

    /**
     * Adds a primary key or unique constraint using an index that was built with {@code CONCURRENTLY}.
     *
     * <p>The columns of a primary key must be {@code NOT NULL} already, otherwise PostgreSQL sets it and checks the
     * rows under ACCESS EXCLUSIVE: {@link #primaryKey}.
     *
     * @param table the table
     * @param constraint the primary key or unique constraint, which must have a name
     * @return {@code CREATE UNIQUE INDEX CONCURRENTLY}, then {@code ADD CONSTRAINT ... USING INDEX}
     * @throws IllegalArgumentException for another constraint, and for one {@code WITHOUT OVERLAPS}, which cannot use
     *     an index
     */
    public List<Operation> unique(QualifiedName table, Constraint constraint) {
        Index index = index(constraint);
        return List.of(
                new CreateIndex(table, index, true, false), new AddConstraintUsingIndex(table, constraint, index));
    }

    private static Index index(Constraint constraint) {
        String name = DefaultNames.of(name(constraint), "idx");
        if (constraint instanceof PrimaryKey key && !key.withoutOverlaps()) {
            return index(name, key.columns(), key.include(), false, key.storage());
        }
        if (constraint instanceof Constraint.Unique unique && !unique.withoutOverlaps()) {
            return index(name, unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.storage());
        }
        throw new IllegalArgumentException(
                "An index becomes a primary key or a unique constraint without WITHOUT OVERLAPS, nothing else");
    }

    private static Index index(
            String name, List<String> columns, List<String> include, boolean nullsNotDistinct, IndexStorage storage) {
        List<IndexElement> elements = columns.stream().map(IndexElement::column).toList();
        return new Index(name, true, nullsNotDistinct, "btree", elements, include, null, storage, true, null);
    }

    /**
     * Builds an index with {@code CONCURRENTLY}.
     *
     * @param table the table or materialized view, not a partitioned table
     * @param index the index
     * @return {@code CREATE INDEX CONCURRENTLY}, which runs outside of a transaction; a failed build leaves an INVALID
     *     index
     */
    public List<Operation> index(QualifiedName table, Index index) {
        return List.of(new CreateIndex(table, index, true, false));
    }

    /**
     * Replaces an index by another of the same name with {@code CONCURRENTLY}.
     *
     * @param table the table or materialized view, not a partitioned table
     * @param from the index as it is now
     * @param to the index as it becomes, which must have a name
     * @return the operations in order: builds the new index under another name, drops the old one, renames the new one
     */
    public List<Operation> replaceIndex(QualifiedName table, Index from, Index to) {
        String name = Objects.requireNonNull(to.name(), "An index that is replaced has a name");
        String temporary = DefaultNames.of(name, "new");
        return List.of(
                new CreateIndex(table, to.withName(temporary), true, false),
                new CreateIndex(table, from, true, false).reverse(),
                new Rename(ObjectKey.of(ObjectKind.INDEX, table.sibling(temporary)), name));
    }

    private static String name(Constraint constraint) {
        return Objects.requireNonNull(constraint.name(), "A constraint that is added step by step needs a name");
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
