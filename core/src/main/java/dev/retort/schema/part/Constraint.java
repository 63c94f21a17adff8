/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import dev.retort.schema.name.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * @since 0.1
 */
public sealed interface Constraint {

    /** {@return its name; {@code null} where PostgreSQL chooses it} */
    @Nullable
    String name();

    /** {@return its comment} */
    @Nullable
    String comment();

    /**
     * {@return this constraint under another name}
     *
     * @param other the other name, unquoted; {@code null} where PostgreSQL chooses it
     */
    Constraint withName(@Nullable String other);

    /**
     * {@return this constraint with another comment}
     *
     * @param other the other comment; {@code null} for none
     */
    Constraint withComment(@Nullable String other);

    /**
     * A primary key.
     *
     * @param name its name
     * @param columns its columns
     * @param include the {@code INCLUDE} columns of its index
     * @param withoutOverlaps whether the last column is a range that may not overlap (18)
     * @param deferrability when it is checked
     * @param storage how its index is stored
     * @param comment its comment
     */
    record PrimaryKey(
            @Nullable String name,
            List<String> columns,
            List<String> include,
            boolean withoutOverlaps,
            Deferrability deferrability,
            IndexStorage storage,
            @Nullable String comment)
            implements Constraint {

        /**
         * Copies the lists.
         *
         * @param name its name
         * @param columns its columns
         * @param include the {@code INCLUDE} columns of its index
         * @param withoutOverlaps whether the last column is a range that may not overlap (18)
         * @param deferrability when it is checked
         * @param storage how its index is stored
         * @param comment its comment
         */
        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        /**
         * {@return a plain primary key}
         *
         * @param name its name, unquoted; {@code null} where PostgreSQL chooses it
         * @param columns the key columns in their order, unquoted
         */
        public static PrimaryKey of(@Nullable String name, List<String> columns) {
            return new PrimaryKey(
                    name, columns, List.of(), false, Deferrability.NOT_DEFERRABLE, IndexStorage.DEFAULT, null);
        }

        @Override
        public PrimaryKey withName(@Nullable String other) {
            return new PrimaryKey(other, columns, include, withoutOverlaps, deferrability, storage, comment);
        }

        @Override
        public PrimaryKey withComment(@Nullable String other) {
            return new PrimaryKey(name, columns, include, withoutOverlaps, deferrability, storage, other);
        }
    }

    /**
     * A unique constraint.
     *
     * @param name its name
     * @param columns its columns
     * @param include the {@code INCLUDE} columns of its index
     * @param nullsNotDistinct {@code NULLS NOT DISTINCT} (15)
     * @param withoutOverlaps whether the last column is a range that may not overlap (18)
     * @param deferrability when it is checked
     * @param storage how its index is stored
     * @param comment its comment
     */
    record Unique(
            @Nullable String name,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            Deferrability deferrability,
            IndexStorage storage,
            @Nullable String comment)
            implements Constraint {

        /**
         * Copies the lists.
         *
         * @param name its name
         * @param columns its columns
         * @param include the {@code INCLUDE} columns of its index
         * @param nullsNotDistinct {@code NULLS NOT DISTINCT} (15)
         * @param withoutOverlaps whether the last column is a range that may not overlap (18)
         * @param deferrability when it is checked
         * @param storage how its index is stored
         * @param comment its comment
         */
        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        /**
         * {@return a plain unique constraint}
         *
         * @param name its name, unquoted; {@code null} where PostgreSQL chooses it
         * @param columns the key columns in their order, unquoted
         */
        public static Unique of(@Nullable String name, List<String> columns) {
            return new Unique(
                    name, columns, List.of(), false, false, Deferrability.NOT_DEFERRABLE, IndexStorage.DEFAULT, null);
        }

        @Override
        public Unique withName(@Nullable String other) {
            return new Unique(
                    other, columns, include, nullsNotDistinct, withoutOverlaps, deferrability, storage, comment);
        }

        @Override
        public Unique withComment(@Nullable String other) {
            return new Unique(name, columns, include, nullsNotDistinct, withoutOverlaps, deferrability, storage, other);
        }
    }

    /**
     * A foreign key.
     *
     * @param name its name
     * @param columns the referencing columns
     * @param referenced the referenced table
     * @param referencedColumns the referenced columns; empty for the primary key's
     * @param onUpdate what an update of the referenced row does
     * @param onDelete what a deletion of the referenced row does
     * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} sets; empty for all (15)
     * @param matchFull {@code MATCH FULL}
     * @param period whether the last column is a range ({@code PERIOD}, 18)
     * @param deferrability when it is checked
     * @param validated whether it was checked for existing rows
     * @param enforced whether it is checked at all (18)
     * @param comment its comment
     */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            QualifiedName referenced,
            List<String> referencedColumns,
            ForeignKeyAction onUpdate,
            ForeignKeyAction onDelete,
            List<String> onDeleteColumns,
            boolean matchFull,
            boolean period,
            Deferrability deferrability,
            boolean validated,
            boolean enforced,
            @Nullable String comment)
            implements Constraint {

        /**
         * Copies the lists.
         *
         * @param name its name
         * @param columns the referencing columns
         * @param referenced the referenced table
         * @param referencedColumns the referenced columns; empty for the primary key's
         * @param onUpdate what an update of the referenced row does
         * @param onDelete what a deletion of the referenced row does
         * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} sets; empty for all (15)
         * @param matchFull {@code MATCH FULL}
         * @param period whether the last column is a range ({@code PERIOD}, 18)
         * @param deferrability when it is checked
         * @param validated whether it was checked for existing rows
         * @param enforced whether it is checked at all (18)
         * @param comment its comment
         */
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            onDeleteColumns = List.copyOf(onDeleteColumns);
        }

        /**
         * {@return a plain foreign key}
         *
         * @param name its name, unquoted; {@code null} where PostgreSQL chooses it
         * @param columns the referencing columns, unquoted
         * @param referenced the referenced table
         * @param referencedColumns the referenced columns in the order of the referencing ones; empty for the primary
         *     key's
         */
        public static ForeignKey of(
                @Nullable String name, List<String> columns, QualifiedName referenced, List<String> referencedColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    referenced,
                    referencedColumns,
                    ForeignKeyAction.NO_ACTION,
                    ForeignKeyAction.NO_ACTION,
                    List.of(),
                    false,
                    false,
                    Deferrability.NOT_DEFERRABLE,
                    true,
                    true,
                    null);
        }

        @Override
        public ForeignKey withName(@Nullable String other) {
            return copy(other, referenced, validated, comment);
        }

        @Override
        public ForeignKey withComment(@Nullable String other) {
            return copy(name, referenced, validated, other);
        }

        /**
         * {@return this foreign key to another table}
         *
         * @param other the referenced table; the referenced columns stay as they are
         */
        public ForeignKey withReferenced(QualifiedName other) {
            return copy(name, other, validated, comment);
        }

        /**
         * {@return this foreign key, validated or not}
         *
         * @param other {@code false} for {@code NOT VALID}
         */
        public ForeignKey withValidated(boolean other) {
            return copy(name, referenced, other, comment);
        }

        private ForeignKey copy(
                @Nullable String newName,
                QualifiedName newReferenced,
                boolean newValidated,
                @Nullable String newComment) {
            return new ForeignKey(
                    newName,
                    columns,
                    newReferenced,
                    referencedColumns,
                    onUpdate,
                    onDelete,
                    onDeleteColumns,
                    matchFull,
                    period,
                    deferrability,
                    newValidated,
                    enforced,
                    newComment);
        }
    }

    /**
     * A check constraint.
     *
     * @param name its name
     * @param expression the condition as SQL, without enclosing parentheses
     * @param noInherit {@code NO INHERIT}
     * @param validated whether it was checked for existing rows
     * @param enforced whether it is checked at all (18)
     * @param inherited whether the table has it only from a parent: then the parent's statement creates it
     * @param comment its comment
     */
    record Check(
            @Nullable String name,
            String expression,
            boolean noInherit,
            boolean validated,
            boolean enforced,
            boolean inherited,
            @Nullable String comment)
            implements Constraint {

        /**
         * {@return a plain check constraint}
         *
         * @param name its name, unquoted; {@code null} where PostgreSQL chooses it
         * @param expression the condition as SQL, without enclosing parentheses
         */
        public static Check of(@Nullable String name, String expression) {
            return new Check(name, expression, false, true, true, false, null);
        }

        @Override
        public Check withName(@Nullable String other) {
            return new Check(other, expression, noInherit, validated, enforced, inherited, comment);
        }

        @Override
        public Check withComment(@Nullable String other) {
            return new Check(name, expression, noInherit, validated, enforced, inherited, other);
        }

        /**
         * {@return this check, validated or not}
         *
         * @param other {@code false} for {@code NOT VALID}
         */
        public Check withValidated(boolean other) {
            return new Check(name, expression, noInherit, other, enforced, inherited, comment);
        }
    }

    /**
     * An exclusion constraint.
     *
     * @param name its name
     * @param method the index method
     * @param elements what is compared
     * @param operators the operator as SQL for each element
     * @param include the {@code INCLUDE} columns of its index
     * @param predicate the condition as SQL; {@code null} for all rows
     * @param deferrability when it is checked
     * @param storage how its index is stored
     * @param comment its comment
     */
    record Exclusion(
            @Nullable String name,
            String method,
            List<IndexElement> elements,
            List<String> operators,
            List<String> include,
            @Nullable String predicate,
            Deferrability deferrability,
            IndexStorage storage,
            @Nullable String comment)
            implements Constraint {

        /**
         * Copies the lists; refuses elements without operators.
         *
         * @param name its name
         * @param method the index method
         * @param elements what is compared
         * @param operators the operator as SQL for each element
         * @param include the {@code INCLUDE} columns of its index
         * @param predicate the condition as SQL; {@code null} for all rows
         * @param deferrability when it is checked
         * @param storage how its index is stored
         * @param comment its comment
         */
        public Exclusion {
            elements = List.copyOf(elements);
            operators = List.copyOf(operators);
            include = List.copyOf(include);
            if (elements.size() != operators.size()) {
                throw new IllegalArgumentException("An exclusion constraint needs one operator for each element");
            }
        }

        @Override
        public Exclusion withName(@Nullable String other) {
            return new Exclusion(
                    other, method, elements, operators, include, predicate, deferrability, storage, comment);
        }

        @Override
        public Exclusion withComment(@Nullable String other) {
            return new Exclusion(name, method, elements, operators, include, predicate, deferrability, storage, other);
        }
    }
}
