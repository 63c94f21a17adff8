/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import dev.retort.operation.Operation;
import dev.retort.schema.part.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules about constraints that are added or validated. */
final class ConstraintRules {

    private ConstraintRules() {}

    static List<Finding> indexed(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        Set<Long> built = statement.built().stream().map(RelationFacts::oid).collect(Collectors.toSet());
        for (RelationChange change : statement.changedTables()) {
            for (ConstraintFacts added : MeasuredStatement.addedConstraints(change)) {
                if (added.isIndexed() && built.contains(added.index())) {
                    findings.add(indexed(statement, change, added));
                }
            }
        }
        return findings;
    }

    private static Finding indexed(MeasuredStatement statement, RelationChange change, ConstraintFacts added) {
        RelationFacts table = change.any();
        String kind = added.type() == 'p'
                ? "primary key"
                : added.type() == 'u' ? "unique constraint" : "exclusion constraint";
        String noOther = added.type() == 'x' ? " PostgreSQL has no other way to add an exclusion constraint." : "";
        return FindingBuilder.of(Rule.UNIQUE_OR_PRIMARY_KEY_BUILD, statement)
                .object(added.name())
                .on(table.oid())
                .message(
                        "The " + kind + " " + added.name() + " builds its index while reads and writes wait." + noOther)
                .rewrittenAs(unique(statement, change, added))
                .finding();
    }

    private static @Nullable String unique(MeasuredStatement statement, RelationChange change, ConstraintFacts added) {
        boolean ofNewColumn = MeasuredStatement.added(change).stream()
                .map(ColumnFacts::number)
                .anyMatch(added.columns()::contains);
        if (added.type() == 'x' || ofNewColumn) {
            return null;
        }
        Rewrites rewrites = Rewrites.of(statement);
        RelationFacts before = Objects.requireNonNull(change.before());
        return rewrites.constraint(before, added, constraint -> {
            if (constraint instanceof Constraint.PrimaryKey key && !key.withoutOverlaps()) {
                List<String> nullable = key.columns().stream()
                        .filter(name -> before.columns().values().stream()
                                .anyMatch(column -> column.name().equals(name) && !column.notNull()))
                        .toList();
                return rewrites.recipes().primaryKey(before.name(), key, nullable);
            }
            return constraint instanceof Constraint.Unique unique && !unique.withoutOverlaps()
                    ? rewrites.recipes().unique(before.name(), unique)
                    : null;
        });
    }

    static List<Finding> foreignKeys(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            for (ConstraintFacts added : MeasuredStatement.addedConstraints(change)) {
                if (added.type() == 'f'
                        && added.validated()
                        && statement.reads(change.any().oid())) {
                    findings.add(foreignKey(statement, change, added));
                }
            }
        }
        return findings;
    }

    private static Finding foreignKey(MeasuredStatement statement, RelationChange change, ConstraintFacts added) {
        Rewrites rewrites = Rewrites.of(statement);
        RelationFacts table = change.any();
        String parent = statement.name(added.referenced());
        LockMode parentLock = statement.lock(added.referenced());
        return FindingBuilder.of(Rule.VALIDATED_FOREIGN_KEY, statement)
                .object(added.name())
                .on(table.oid())
                .object(parent)
                .message("The foreign key " + added.name() + " reads " + table + " and looks each row up in " + parent
                        + (parentLock == null ? "" : ", which it locks with " + parentLock.words() + " as well") + ".")
                .rewrittenAs(rewrites.constraint(
                        table,
                        added,
                        constraint -> isOnlyAction(statement) && constraint instanceof Constraint.ForeignKey key
                                ? rewrites.recipes().foreignKey(table.name(), key)
                                : null))
                .finding();
    }

    /** A statement that does more than one thing has no rewrite that does the one. */
    private static boolean isOnlyAction(MeasuredStatement statement) {
        return statement.changedTables().stream()
                        .mapToInt(change ->
                                MeasuredStatement.addedConstraints(change).size()
                                        + MeasuredStatement.added(change).size()
                                        + MeasuredStatement.retyped(change).size())
                        .sum()
                == 1;
    }

    static List<Finding> checks(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            for (ConstraintFacts added : MeasuredStatement.addedConstraints(change)) {
                if (added.type() == 'c'
                        && added.validated()
                        && statement.checks(change.any().oid()) > 0) {
                    findings.add(check(statement, change.any(), added));
                }
            }
        }
        return findings;
    }

    private static Finding check(MeasuredStatement statement, RelationFacts table, ConstraintFacts added) {
        Rewrites rewrites = Rewrites.of(statement);
        return FindingBuilder.of(Rule.VALIDATED_CHECK, statement)
                .object(added.name())
                .on(table.oid())
                .message("The check " + added.name() + " reads all rows of " + table + ".")
                .rewrittenAs(rewrites.constraint(
                        table,
                        added,
                        constraint -> isOnlyAction(statement) && constraint instanceof Constraint.Check check
                                ? rewrites.recipes().check(table.name(), check)
                                : null))
                .finding();
    }

    static List<Finding> notNull(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            boolean withKey =
                    MeasuredStatement.addedConstraints(change).stream().anyMatch(added -> added.type() == 'p');
            RelationFacts before = Objects.requireNonNull(change.before());
            for (ColumnFacts column :
                    Objects.requireNonNull(change.after()).columns().values()) {
                ColumnFacts old = before.columns().get(column.number());
                boolean tightened = old != null && !old.notNull() && column.notNull();
                if (tightened && !withKey && statement.checks(before.oid()) > 0) {
                    findings.add(notNull(statement, before, column));
                }
            }
        }
        return findings;
    }

    private static Finding notNull(MeasuredStatement statement, RelationFacts table, ColumnFacts column) {
        Rewrites rewrites = Rewrites.of(statement);
        List<Operation> recipe = rewrites.recipes().notNull(table.name(), column.name());
        boolean alone = statement.measured().words().stream()
                .filter(","::equals)
                .findAny()
                .isEmpty();
        return FindingBuilder.of(Rule.SET_NOT_NULL_SCAN, statement)
                .object(table + "." + column.name())
                .on(table.oid())
                .message("SET NOT NULL reads all rows of " + table + ": no valid check constraint proves that "
                        + column.name() + " has no nulls.")
                .rewrittenAs(
                        alone && rewrites.column(table, column.name()).isPresent() ? rewrites.script(recipe) : null)
                .finding();
    }

    /** Rows are read under the lock that the transaction took for something else. */
    static List<Finding> validations(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        Measurement measured = statement.measured();
        if (!measured.says("validate", "constraint")) {
            return findings;
        }
        for (RelationChange change : statement.changedTables()) {
            RelationFacts before = Objects.requireNonNull(change.before());
            LockMode held = measured.held().get(before.oid());
            for (ConstraintFacts now :
                    Objects.requireNonNull(change.after()).constraints().values()) {
                ConstraintFacts old = before.constraints().get(now.oid());
                boolean validates = old != null && !old.validated() && now.validated();
                if (validates && held != null && held.blocksWrites()) {
                    findings.add(FindingBuilder.of(Rule.VALIDATE_IN_SAME_TRANSACTION, statement)
                            .object(now.name())
                            .on(before.oid())
                            .message("VALIDATE CONSTRAINT reads " + before + " under the " + held.words()
                                    + " lock that an earlier statement of the same transaction took.")
                            .rewrittenAs(
                                    Rewrites.autocommit(measured.statement().text()))
                            .finding());
                }
            }
        }
        return findings;
    }

    static List<Finding> dropped(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RelationFacts table = change.any();
            RelationFacts end = statement.revision().after().relation(table.oid());
            findings.addAll(nullable(statement, change, end));
            for (ConstraintFacts dropped : MeasuredStatement.droppedConstraints(change)) {
                boolean columnsStay = Objects.requireNonNull(change.after())
                        .columns()
                        .keySet()
                        .containsAll(dropped.columns());
                if (dropped.type() != 'n' && columnsStay && !isGuardedAgain(end, dropped) && !isNullCheck(dropped)) {
                    findings.add(FindingBuilder.of(Rule.CONSTRAINT_DROPPED, statement)
                            .object(dropped.name())
                            .on(table.oid())
                            .evidence(Evidence.CATALOG)
                            .message("The database no longer enforces " + dropped.definition() + " on " + table + ".")
                            .finding());
                }
            }
        }
        return findings;
    }

    private static List<Finding> nullable(
            MeasuredStatement statement, RelationChange change, @Nullable RelationFacts end) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).columns().values().stream()
                .filter(column -> {
                    ColumnFacts old = before.columns().get(column.number());
                    ColumnFacts last = end == null ? null : end.columns().get(column.number());
                    return old != null && old.notNull() && !column.notNull() && last != null && !last.notNull();
                })
                .sorted(Comparator.comparing(ColumnFacts::number))
                .map(column -> FindingBuilder.of(Rule.CONSTRAINT_DROPPED, statement)
                        .object(before + "." + column.name())
                        .on(before.oid())
                        .evidence(Evidence.CATALOG)
                        .message("The column " + column.name() + " of " + before
                                + " allows nulls from then on, and code that reads it may not expect them.")
                        .finding())
                .toList();
    }

    /** The recipe of SET NOT NULL drops a check that says the same as the column. */
    private static boolean isNullCheck(ConstraintFacts dropped) {
        return dropped.type() == 'c'
                && dropped.columns().size() == 1
                && dropped.definition().contains("IS NOT NULL");
    }

    private static boolean isGuardedAgain(@Nullable RelationFacts end, ConstraintFacts dropped) {
        return end == null
                || end.constraints().values().stream()
                        .anyMatch(other -> other.type() == dropped.type()
                                && (other.name().equals(dropped.name())
                                        || other.definition().equals(dropped.definition())));
    }
}
