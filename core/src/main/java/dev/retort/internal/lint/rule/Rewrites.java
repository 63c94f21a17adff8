/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what to put in the place of a statement, with the recipes that {@code revision --safe} uses.
 *
 * @param revision the revision, whose schema after it has the objects whole
 */
public record Rewrites(RevisionContext revision) {

    /** {@return the rewrites of a statement} */
    public static Rewrites of(MeasuredStatement statement) {
        return new Rewrites(statement.revision());
    }

    SafeRecipes recipes() {
        return new SafeRecipes(revision.range().version());
    }

    private Optional<String> written(@Nullable List<Operation> operations) {
        return operations == null ? Optional.empty() : Optional.of(script(operations));
    }

    /** {@return operations as statements with markers, without the last line end} */
    String script(List<Operation> operations) {
        SqlRenderer renderer =
                SqlRenderer.of(revision.range().version(), revision.range().defaultSchema());
        return new SqlScriptWriter(renderer)
                .section(operations.stream().map(RenderedOperation::of).toList())
                .stripTrailing();
    }

    /** {@return a table as it is after the revision} */
    public Optional<Table> table(RelationFacts relation) {
        return revision.tables().apply(relation.name());
    }

    /** {@return whether the recipes are sure of a table: they know no partitions and child tables} */
    private boolean isPlain(Table table) {
        return table.partitionBy() == null
                && table.partitionOf() == null
                && table.inherits().isEmpty()
                && revision.after().relations().values().stream().noneMatch(other -> isChild(other, table.name()));
    }

    private boolean isChild(RelationFacts relation, QualifiedName table) {
        RelationFacts parent = revision.after().relation(relation.parent());
        return parent != null && parent.name().equals(table);
    }

    /** Writes what adds a constraint, when the revision leaves it in the schema. */
    @Nullable
    String constraint(
            RelationFacts relation, ConstraintFacts added, Function<Constraint, @Nullable List<Operation>> recipe) {
        return table(relation)
                .filter(this::isPlain)
                .flatMap(table -> table.constraints().stream()
                        .filter(constraint -> added.name().equals(constraint.name()))
                        .findFirst())
                .flatMap(constraint -> written(recipe.apply(constraint)))
                .orElse(null);
    }

    /** Writes what adds a column in steps; the caller says what comes first, and what sets its NOT NULL. */
    Optional<Column> column(RelationFacts relation, String name) {
        return table(relation).filter(this::isPlain).flatMap(table -> table.column(name));
    }

    /** {@return a name as statements of the revision may write it} */
    String quoted(QualifiedName name) {
        boolean found =
                name.schema() != null && name.schema().equals(revision.range().defaultSchema());
        return Identifiers.quote(found ? null : name.schema(), name.name());
    }

    /** {@return a statement with words put behind the first of its words that is this one; {@code null} without it} */
    static @Nullable String after(String statement, String word, String inserted) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile(
                        "\\b" + word + "\\b", java.util.regex.Pattern.CASE_INSENSITIVE)
                .matcher(statement);
        if (!found.find()) {
            return null;
        }
        boolean lower = found.group().equals(word.toLowerCase(java.util.Locale.ROOT));
        String first = lower ? inserted.replace("CONCURRENTLY", "concurrently") : inserted;
        return statement.substring(0, found.end()) + " " + first + statement.substring(found.end());
    }

    /** {@return a statement in an autocommit section} */
    static @Nullable String autocommit(@Nullable String statement) {
        return statement == null ? null : "-- migrate: autocommit\n" + statement + ";";
    }
}
