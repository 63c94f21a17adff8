/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.baseline;

import dev.retort.cli.output.ToleratedRuleLines;
import dev.retort.diff.Difference;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.DataOperation;
import dev.retort.operation.EnumOperation;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TypeOperation;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The differences between a database and the entities, in groups: what only the database says, what only the entities
 * say, what the entities rename, and what they contradict each other in.
 */
final class BaselineReport {

    private static final int SHOWN = 8;

    private static final Map<Tolerance, String> ANNOTATIONS = Map.ofEntries(
            Map.entry(Tolerance.NOT_NULL, "@Column(nullable = false)"),
            Map.entry(Tolerance.DEFAULT, "@ColumnDefault, or @GeneratedColumn"),
            Map.entry(Tolerance.UNIQUE, "@Column(unique = true), or @UniqueConstraint"),
            Map.entry(Tolerance.PRIMARY_KEY, "a Set in place of a List"),
            Map.entry(Tolerance.FOREIGN_KEY, "@ManyToOne"),
            Map.entry(Tolerance.ON_DELETE, "@OnDelete"),
            Map.entry(Tolerance.INDEX, "@Table(indexes = @Index(...))"),
            Map.entry(Tolerance.CHECK, "@Table(check = @CheckConstraint(...))"),
            Map.entry(Tolerance.COLLATION, "@Collate"),
            Map.entry(Tolerance.LENGTH, "@Column(length = ...), or precision and scale"),
            Map.entry(Tolerance.TIME, "@Column(secondPrecision = ...)"));

    private final Difference difference;

    BaselineReport(Difference difference) {
        this.difference = difference;
    }

    List<String> lines() {
        List<String> more = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        List<String> contradictions = new ArrayList<>(difference.unsettled());
        List<Operation> operations = difference.operations();
        List<String> added = operations.stream()
                .filter(AddConstraint.class::isInstance)
                .map(operation -> name(
                        ((AddConstraint) operation).table(),
                        ((AddConstraint) operation).definition().name()))
                .toList();
        for (Operation operation : operations) {
            if (isMore(operation) && !isReplacement(operation, operations)) {
                more.add(operation.describe());
            } else if (isStatedRename(operation)) {
                renamed.add(operation.describe());
            } else if (!(operation instanceof DataOperation) && !isMore(operation)) {
                contradictions.add(operation.describe() + ": " + settled(operation, added));
            }
        }
        List<String> lines = new ArrayList<>();
        group(lines, "Only in the database (kept)", tolerated());
        group(lines, "Only in the entities (`revision --autogenerate` adds it)", shortened(more));
        if (!renamed.isEmpty()) {
            group(lines, "Renamed in the entities (`revision --autogenerate` renames it)", shortened(renamed));
        }
        group(
                lines,
                "Contradictions (decide; `revision --autogenerate` changes the database to match the entities)",
                shortened(contradictions));
        return lines;
    }

    private static void group(List<String> lines, String title, List<String> members) {
        lines.add("");
        lines.add(title + ": " + (members.isEmpty() ? "nothing" : ""));
        members.forEach(member -> lines.add("  " + ToleratedRuleLines.printable(member)));
    }

    private List<String> shortened(List<String> members) {
        if (members.size() <= SHOWN) {
            return members;
        }
        List<String> shown = new ArrayList<>(members.subList(0, SHOWN));
        shown.add("and " + (members.size() - SHOWN) + " more, which `check` lists");
        return shown;
    }

    private List<String> tolerated() {
        Map<Tolerance, List<String>> groups = new EnumMap<>(Tolerance.class);
        for (ToleratedRule rule : difference.tolerated()) {
            groups.computeIfAbsent(rule.kind(), kind -> new ArrayList<>()).add(rule.what());
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((kind, members) ->
                lines.add(kind.counted(members.size()) + ", such as " + members.get(0) + stated(kind)));
        Map<String, Integer> unknown = new TreeMap<>();
        difference.unknown().forEach(key -> unknown.merge(words(key), 1, Integer::sum));
        unknown.forEach((kind, number) ->
                lines.add(number + " of kind " + kind + " that no entity is mapped to: `check` lists them"));
        return lines;
    }

    private static String stated(Tolerance kind) {
        String annotation = ANNOTATIONS.get(kind);
        return annotation == null ? "" : "; an entity states it with " + annotation;
    }

    private static String words(ObjectKey key) {
        return key.kind().sql().toLowerCase(Locale.ROOT);
    }

    private static boolean isMore(Operation operation) {
        return operation instanceof AddColumn
                || operation instanceof AddConstraint
                || operation instanceof CreateIndex
                || operation instanceof CreateTable
                || operation instanceof CreateSequence
                || operation instanceof EnumOperation.AddEnumValue
                || operation instanceof TypeOperation
                || (operation instanceof AlterColumnNullability nullability && nullability.to() != null);
    }

    /** Tables and columns are renamed only where the entities state the former name. */
    private static boolean isStatedRename(Operation operation) {
        return operation instanceof Rename rename
                && (rename.object().kind() == ObjectKind.TABLE
                        || rename.object().kind() == ObjectKind.COLUMN);
    }

    /** A rule that is dropped and created again is one contradiction, not two differences. */
    private static boolean isReplacement(Operation operation, List<Operation> all) {
        return operation instanceof AddConstraint added
                && all.stream()
                        .anyMatch(other -> other instanceof DropConstraint drop
                                && drop.table().equals(added.table())
                                && drop.name().equals(added.definition().name()));
    }

    private static String settled(Operation operation, List<String> added) {
        if (operation instanceof DropColumn drop) {
            return "map it, or set retort.autogenerate.exclude=column:" + shown(drop.table()) + "." + drop.column();
        }
        if (operation instanceof AlterColumnType change
                && change.from() != null
                && change.to().type().sql().equals("oid")) {
            return "the database has " + change.from().type() + "; a field without @Lob keeps it";
        }
        if (operation instanceof AlterColumnType change && change.from() != null) {
            return "the database has " + change.from().type() + "; @Column(columnDefinition = \""
                    + change.from().type() + "\") keeps it";
        }
        if (operation instanceof AlterColumnValue) {
            return "the default that the database has, in @ColumnDefault, keeps it";
        }
        if (operation instanceof DropConstraint drop) {
            return added.contains(name(drop.table(), drop.name()))
                    ? "the entities state it in another way"
                    : "state it in the entity to keep it";
        }
        if (operation instanceof DropIndex) {
            return "state it in the entity to keep it";
        }
        return operation instanceof Rename rename
                ? "the name " + rename.from() + " in the annotation keeps it"
                : "the entities state another one";
    }

    private static String name(QualifiedName table, @Nullable String constraint) {
        return table + " " + constraint;
    }

    private static String shown(QualifiedName table) {
        return "public".equals(table.schema()) ? table.name() : table.toString();
    }
}
