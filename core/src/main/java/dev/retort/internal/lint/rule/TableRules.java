/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.measure.RowFilters;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules about whole tables: rewrites by maintenance, partitions, materialized views, triggers, publications. */
final class TableRules {

    private TableRules() {}

    static List<Finding> rewrites(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        if (statement.measured().says("refresh")) {
            return findings;
        }
        for (RelationChange change : statement.changedTables()) {
            RelationFacts before = Objects.requireNonNull(change.before());
            boolean newFile =
                    before.file() != Objects.requireNonNull(change.after()).file();
            boolean ofColumns = !MeasuredStatement.added(change).isEmpty()
                    || !MeasuredStatement.retyped(change).isEmpty()
                    || !isSameValues(change);
            if (newFile && !ofColumns && !statement.empties(before.oid())) {
                findings.add(FindingBuilder.of(Rule.VACUUM_FULL_OR_CLUSTER, statement)
                        .on(before.oid())
                        .message("The statement copies " + before + " and its indexes into new files."
                                + copies(statement))
                        .finding());
            }
        }
        return findings;
    }

    private static String copies(MeasuredStatement statement) {
        if (statement.measured().says("set", "unlogged")) {
            return " Its rows are lost when the server crashes, and standbys do not have them.";
        }
        return statement.revision().range().version().atLeast(19)
                ? " REPACK (CONCURRENTLY) does it without blocking reads and writes."
                : " The extension pg_repack does it without blocking reads and writes.";
    }

    private static boolean isSameValues(RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).columns().values().stream()
                .allMatch(column -> Objects.equals(
                        column.expression(),
                        before.columns().getOrDefault(column.number(), column).expression()));
    }

    static List<Finding> attaches(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        boolean attaches = statement.measured().says("attach", "partition")
                && !statement.measured().begins("alter", "index");
        if (!attaches && !statement.measured().says("partition", "of")) {
            return findings;
        }
        for (long table : new TreeSet<>(statement.measured().scans().keySet())) {
            if (statement.existed(table) && statement.checks(table) > 0) {
                findings.add(FindingBuilder.of(Rule.PARTITION_ATTACH_SCAN, statement)
                        .on(table)
                        .message((attaches ? "ATTACH PARTITION" : "CREATE TABLE PARTITION OF") + " reads all rows of "
                                + statement.name(table)
                                + ": no check constraint proves that they fit the bounds.")
                        .rewrittenAs(attaches ? attach(statement, table) : null)
                        .finding());
            }
        }
        return findings;
    }

    /** A check that says what the bounds say saves the scan; it is validated while writes continue. */
    private static @Nullable String attach(MeasuredStatement statement, long table) {
        RelationFacts now = statement.measured().after().relation(table);
        RelationChange change = statement.measured().changes().get(table);
        String constraint = statement.revision().range().bounds().apply(table);
        boolean child = change != null && now != null && now.partition() && constraint != null;
        if (!child) {
            return null;
        }
        String name = Rewrites.of(statement).quoted(Objects.requireNonNull(now).name());
        return "ALTER TABLE " + name + " ADD CONSTRAINT partition_bounds CHECK (" + constraint + ") NOT VALID;\n"
                + "-- migrate: autocommit\nALTER TABLE " + name + " VALIDATE CONSTRAINT partition_bounds;\n"
                + "-- migrate: transaction\n" + statement.measured().statement().text() + ";\n"
                + "ALTER TABLE " + name + " DROP CONSTRAINT partition_bounds;";
    }

    static List<Finding> refreshes(MeasuredStatement statement) {
        Measurement measured = statement.measured();
        if (!measured.says("refresh", "materialized", "view") || measured.says("concurrently")) {
            return List.of();
        }
        return measured.locks().entrySet().stream()
                .filter(lock -> lock.getValue() == LockMode.ACCESS_EXCLUSIVE && statement.isOldTable(lock.getKey()))
                .map(lock -> statement.table(lock.getKey()))
                .filter(relation -> relation.kind() == 'm')
                .map(view -> refresh(statement, view))
                .toList();
    }

    private static Finding refresh(MeasuredStatement statement, RelationFacts view) {
        boolean unique = statement.measured().after().relations().values().stream()
                .anyMatch(index -> index.index() != null
                        && index.index().table() == view.oid()
                        && index.index().unique()
                        && index.index().definition().indexOf(" WHERE ") < 0);
        return FindingBuilder.of(Rule.MATVIEW_REFRESH_BLOCKING, statement)
                .on(view.oid())
                .message("REFRESH runs the query of " + view + " while reads of it wait."
                        + (unique ? "" : " CONCURRENTLY needs a unique index on columns of the view."))
                .rewrittenAs(
                        unique
                                ? Rewrites.after(
                                                statement.measured().statement().text(), "view", "CONCURRENTLY") + ";"
                                : null)
                .finding();
    }

    /** The lock is short, and the wait for it is not: statements that touch any partition lock the table too. */
    static List<Finding> detaches(MeasuredStatement statement) {
        boolean blocking = statement.measured().says("detach", "partition")
                && !statement.measured().says("concurrently")
                && !statement.measured().says("finalize");
        return statement.changedTables().stream()
                .filter(change -> blocking && isDetached(change))
                .map(change -> detached(statement, Objects.requireNonNull(change.before())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isDetached(RelationChange change) {
        return Objects.requireNonNull(change.before()).partition()
                && !Objects.requireNonNull(change.after()).partition();
    }

    private static @Nullable Finding detached(MeasuredStatement statement, RelationFacts partition) {
        if (!statement.isOldTable(partition.parent())) {
            return null;
        }
        boolean concurrently =
                statement.revision().range().version().atLeast(14) && !hasDefault(statement, partition.parent());
        String text = statement.measured().statement().text();
        return FindingBuilder.of(Rule.PARTITION_DETACH_BLOCKING, statement)
                .on(partition.parent())
                .object(partition.toString())
                .message("DETACH PARTITION waits for every transaction that uses " + statement.name(partition.parent())
                        + " or one of its partitions, and later ones wait behind it."
                        + (concurrently ? "" : " CONCURRENTLY needs PostgreSQL 14 and no default partition."))
                .rewrittenAs(concurrently ? Rewrites.autocommit(text + " CONCURRENTLY") : null)
                .finding();
    }

    private static boolean hasDefault(MeasuredStatement statement, long table) {
        return statement.measured().after().relations().values().stream()
                .filter(relation -> relation.partition() && relation.parent() == table)
                .anyMatch(partition -> Rewrites.of(statement)
                        .table(partition)
                        .map(Table::partitionOf)
                        .filter(of -> of.bound().equalsIgnoreCase("default"))
                        .isPresent());
    }

    static List<Finding> triggers(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RowFilters before = Objects.requireNonNull(change.before()).filters();
            RowFilters after = Objects.requireNonNull(change.after()).filters();
            findings.addAll(switched(statement, change, "trigger", before.triggers(), after.triggers()));
            findings.addAll(switched(statement, change, "rule", before.rules(), after.rules()));
        }
        return findings;
    }

    private static List<Finding> switched(
            MeasuredStatement statement,
            RelationChange change,
            String kind,
            Map<String, Character> before,
            Map<String, Character> after) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Character old = before.get(name);
            Character now = after.get(name);
            if (!Objects.equals(old, now)) {
                String what = old == null ? "creates" : now == null ? "drops" : now == 'D' ? "disables" : "enables";
                RelationFacts table = Objects.requireNonNull(change.before());
                findings.add(FindingBuilder.of(Rule.TRIGGER_CREATED_OR_DISABLED, statement)
                        .object(name)
                        .on(table.oid())
                        .message("The statement " + what + " the " + kind + " " + name + " of " + table + "."
                                + (kind.equals("rule") && now != null && now != 'D'
                                        ? " It changes what statements of running builds do there."
                                        : ""))
                        .finding());
            }
        }
        return findings;
    }

    /** Only tables that a revision changes: it is the moment at which the key can be widened as well. */
    static List<Finding> runningOut(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RelationFacts before = Objects.requireNonNull(change.before());
            statement.revision().range().real().runningOut().forEach((column, percent) -> {
                if (column.startsWith(before + ".")) {
                    findings.add(FindingBuilder.of(Rule.INTEGER_KEY_RUNNING_OUT, statement)
                            .object(column)
                            .evidence(Evidence.DATA)
                            .message("The sequence of " + column + " has used " + percent
                                    + " % of the range of the column: inserts fail at its end. Change the type to bigint"
                                    + " before.")
                            .finding());
                }
            });
        }
        return findings;
    }

    static List<Finding> published(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RelationFacts before = Objects.requireNonNull(change.before());
            boolean isPublished =
                    statement.revision().range().real().published().contains(before.toString());
            RelationFacts end = statement.revision().after().relation(before.oid());
            if (isPublished && end != null && hasKey(before) && !hasKey(Objects.requireNonNull(change.after()))) {
                if (!hasKey(end)) {
                    findings.add(FindingBuilder.of(Rule.PUBLISHED_TABLE_WITHOUT_KEY, statement)
                            .on(before.oid())
                            .evidence(Evidence.CATALOG)
                            .message(before
                                    + " is in a publication and loses its replica identity: UPDATE and DELETE fail"
                                    + " from then on.")
                            .rewrittenAs("ALTER TABLE " + Rewrites.of(statement).quoted(before.name())
                                    + " REPLICA IDENTITY FULL;\n"
                                    + statement.measured().statement().text() + ";")
                            .finding());
                }
            }
        }
        return findings;
    }

    private static boolean hasKey(RelationFacts table) {
        return switch (table.replicaIdentity()) {
            case 'f' -> true;
            case 'n' -> false;
            case 'i' -> true;
            default -> table.primaryKey().isPresent();
        };
    }
}
