/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rules about what is lost. */
final class DropRules {

    private DropRules() {}

    static List<Finding> destructive(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : inOrder(statement)) {
            RelationFacts before = change.before();
            if (before == null || !statement.existed(before.oid()) || !(before.isTable() && before.kind() != 'm')) {
                continue;
            }
            if (change.after() == null) {
                findings.add(lost(statement, before, "The statement drops the table " + before + " with its rows."));
            } else if (statement.empties(before.oid())) {
                findings.add(lost(statement, before, "TRUNCATE removes all rows of " + before + "."));
            } else {
                for (ColumnFacts column : MeasuredStatement.dropped(change)) {
                    findings.add(lost(
                            statement,
                            before,
                            "The statement drops the column " + before + "." + column.name() + " with its values."));
                }
            }
        }
        return findings;
    }

    private static List<RelationChange> inOrder(MeasuredStatement statement) {
        return statement.measured().changes().values().stream()
                .sorted(Comparator.comparing(change -> change.any().name()))
                .toList();
    }

    private static Finding lost(MeasuredStatement statement, RelationFacts table, String sentence) {
        Optional<RelationSize> size = statement.revision().range().prices().size(table.toString());
        boolean empty = size.isPresent() && size.get().rows() == 0 && size.get().heapBytes() == 0;
        FindingBuilder draft = FindingBuilder.of(Rule.DESTRUCTIVE_CHANGE, statement)
                .on(table.oid())
                .evidence(Evidence.CATALOG)
                .message(sentence);
        return (empty ? draft.severity(Severity.INFO) : draft).finding();
    }

    /** Objects that CASCADE drops and that the statement neither names nor contains. */
    static List<Finding> cascades(MeasuredStatement statement) {
        if (!statement.measured().says("cascade") || statement.measured().says("on", "delete", "cascade")) {
            return List.of();
        }
        List<String> taken = new ArrayList<>();
        for (RelationChange change : inOrder(statement)) {
            RelationFacts before = change.before();
            if (before == null || !statement.existed(before.oid())) {
                continue;
            }
            if (change.after() == null) {
                if (!isNamed(statement, before) && !isPart(statement, before)) {
                    taken.add(kind(before) + before);
                }
            } else {
                taken.addAll(takenFrom(statement, change, before));
                taken.addAll(emptied(statement, change));
            }
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        FindingBuilder draft = FindingBuilder.of(Rule.CASCADE_DROPS_MORE, statement)
                .evidence(Evidence.CATALOG)
                .message("CASCADE also drops " + String.join(", ", taken)
                        + ". Name each of them in a separate statement.");
        taken.forEach(draft::object);
        return List.of(draft.finding());
    }

    private static boolean hadDefault(RelationFacts before, ColumnFacts column) {
        ColumnFacts old = before.columns().get(column.number());
        return old != null && old.expression() != null;
    }

    /** Parts of a remaining table that need a function, a type or a table that is dropped. */
    private static List<String> takenFrom(MeasuredStatement statement, RelationChange change, RelationFacts before) {
        boolean named = isNamed(statement, before);
        List<String> taken = new ArrayList<>();
        MeasuredStatement.droppedConstraints(change).stream()
                .filter(constraint -> !isNamed(statement, constraint.name()) && (constraint.type() == 'f' || !named))
                .forEach(constraint -> taken.add((constraint.type() == 'f' ? "foreign key " : "constraint ")
                        + constraint.name() + " of " + before));
        if (!named) {
            MeasuredStatement.dropped(change).forEach(column -> taken.add("column " + column.name() + " of " + before));
            RelationFacts after = Objects.requireNonNull(change.after());
            after.columns().values().stream()
                    .filter(column -> column.expression() == null && hadDefault(before, column))
                    .map(ColumnFacts::name)
                    .sorted()
                    .forEach(name -> taken.add("default of column " + name + " of " + before));
            before.filters().triggers().keySet().stream()
                    .filter(name -> !after.filters().triggers().containsKey(name))
                    .sorted()
                    .forEach(name -> taken.add("trigger " + name + " of " + before));
        }
        return taken;
    }

    private static List<String> emptied(MeasuredStatement statement, RelationChange change) {
        RelationFacts table = change.any();
        boolean truncated = statement.measured().says("truncate")
                && table.isTable()
                && statement.empties(table.oid())
                && !isNamed(statement, table);
        return truncated ? List.of("the rows of " + table) : List.of();
    }

    private static String kind(RelationFacts relation) {
        return switch (relation.kind()) {
            case 'v' -> "view ";
            case 'm' -> "materialized view ";
            case 'i', 'I' -> "index ";
            default -> "";
        };
    }

    private static boolean isNamed(MeasuredStatement statement, RelationFacts relation) {
        return isNamed(statement, relation.name().name());
    }

    private static boolean isNamed(MeasuredStatement statement, String name) {
        return statement.measured().says(Identifiers.quote(name))
                || statement.measured().says('"' + name.replace("\"", "\"\"") + '"');
    }

    /** Indexes go with their table or constraint, sequences with their column, partitions with the partitioned table. */
    private static boolean isPart(MeasuredStatement statement, RelationFacts relation) {
        if (relation.index() != null) {
            RelationFacts table =
                    statement.measured().after().relation(relation.index().table());
            return table == null
                    || isNamed(statement, table)
                    || statement.measured().before().relation(table.oid()) == null
                    || statement.wasOfConstraint(relation);
        }
        if (relation.kind() == 'S' || relation.kind() == 'c') {
            return true;
        }
        RelationFacts parent = statement.measured().before().relation(relation.parent());
        return relation.partition() && parent != null && (isNamed(statement, parent) || isPart(statement, parent));
    }

    /** {@return foreign keys of the revision without an index at its end} */
    static List<Finding> foreignKeysWithoutIndex(RevisionContext revision) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < revision.measurements().size(); i++) {
            MeasuredStatement statement =
                    new MeasuredStatement(revision.measurements().get(i), revision, i);
            for (RelationChange change : statement.measured().changes().values()) {
                RelationFacts after = change.after();
                RelationFacts end = after == null ? null : revision.after().relation(after.oid());
                if (after == null || end == null) {
                    continue;
                }
                after.constraints().values().stream()
                        .filter(key -> key.type() == 'f' && isNew(change, key))
                        .filter(key -> end.constraints().containsKey(key.oid()))
                        .filter(key -> !isIndexed(revision, end, key))
                        .forEach(key -> findings.add(withoutIndex(statement, end, key)));
            }
        }
        return findings;
    }

    private static boolean isNew(RelationChange change, ConstraintFacts key) {
        return change.before() == null || !change.before().constraints().containsKey(key.oid());
    }

    private static boolean isIndexed(RevisionContext revision, RelationFacts table, ConstraintFacts key) {
        return revision.after().relations().values().stream()
                .filter(index -> index.index() != null && index.index().table() == table.oid())
                .map(index -> Objects.requireNonNull(index.index()).columns())
                .anyMatch(columns -> columns.size() >= key.columns().size()
                        && columns.subList(0, key.columns().size()).containsAll(key.columns()));
    }

    private static Finding withoutIndex(MeasuredStatement statement, RelationFacts table, ConstraintFacts key) {
        Rewrites rewrites = Rewrites.of(statement);
        String columns = String.join(
                ", ",
                key.columns().stream()
                        .map(table::column)
                        .map(Identifiers::quote)
                        .toList());
        String name = dev.retort.schema.name.DefaultNames.of(
                table.name().name(), table.column(key.columns().get(0)), "idx");
        boolean old = statement.existed(table.oid());
        String text = statement.measured().statement().text() + ";\n";
        String create = "CREATE INDEX " + (old ? "CONCURRENTLY " : "") + Identifiers.quote(name) + " ON "
                + rewrites.quoted(table.name()) + " (" + columns + ");";
        return FindingBuilder.of(Rule.FOREIGN_KEY_WITHOUT_INDEX, statement)
                .object(key.name())
                .object(table.toString())
                .evidence(Evidence.CATALOG)
                .severity(old ? Severity.WARNING : Severity.ADVICE)
                .message("No index of " + table + " begins with " + columns + ": each delete and key update in "
                        + statement.name(key.referenced()) + " reads " + table + " as a whole.")
                .rewrittenAs(text + (old ? "-- migrate: autocommit\n" : "") + create)
                .finding();
    }
}
