/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.IndexFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.ConcurrentIndexBuild;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about indexes that are no constraint's. */
final class IndexRules {

    private IndexRules() {}

    static List<Finding> builds(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        if (statement.measured().says("reindex") || isTypeChange(statement)) {
            return findings;
        }
        for (RelationFacts index : statement.built()) {
            long table = facts(index).table();
            LockMode lock = statement.lock(table);
            if (lock != null && lock.blocksWrites() && !statement.isOfConstraint(index)) {
                findings.add(FindingBuilder.of(Rule.BLOCKING_INDEX_BUILD, statement)
                        .object(index.toString())
                        .on(table)
                        .message("The index " + index + " is built while writes wait.")
                        .rewrittenAs(concurrently(statement, index))
                        .finding());
            }
        }
        return onePerTree(findings);
    }

    /** An index of a partitioned table is built on each partition: one finding says so. */
    private static List<Finding> onePerTree(List<Finding> findings) {
        return findings.size() <= 1 || findings.get(0).statement().isEmpty() ? findings : findings.subList(0, 1);
    }

    private static boolean isTypeChange(MeasuredStatement statement) {
        return statement.changedTables().stream()
                .anyMatch(change -> !MeasuredStatement.retyped(change).isEmpty());
    }

    private static IndexFacts facts(RelationFacts index) {
        return Objects.requireNonNull(index.index());
    }

    /** A partitioned table has no concurrent build: each partition has, and the parent's index takes them. */
    private static @Nullable String concurrently(MeasuredStatement statement, RelationFacts index) {
        String text = statement.measured().statement().text();
        boolean partitioned = statement.measured().after().relations().values().stream()
                .anyMatch(other ->
                        other.kind() == 'I' && statement.measured().before().relation(other.oid()) == null);
        if (partitioned) {
            return onPartitions(statement);
        }
        boolean named = statement
                        .measured()
                        .says(
                                "index",
                                dev.retort.internal.sql.Identifiers.quote(
                                        index.name().name()))
                || statement
                        .measured()
                        .says(
                                "exists",
                                dev.retort.internal.sql.Identifiers.quote(
                                        index.name().name()));
        if (!statement.measured().begins("create")) {
            return null;
        }
        return Rewrites.autocommit(Rewrites.after(
                text,
                "index",
                named
                        ? "CONCURRENTLY"
                        : "CONCURRENTLY "
                                + dev.retort.internal.sql.Identifiers.quote(
                                        index.name().name())));
    }

    private static @Nullable String onPartitions(MeasuredStatement statement) {
        RelationFacts parent = statement.measured().changes().values().stream()
                .map(RelationChange::after)
                .filter(after -> after != null && after.kind() == 'I' && after.parent() == 0)
                .findFirst()
                .orElse(null);
        if (parent == null) {
            return null;
        }
        Rewrites rewrites = Rewrites.of(statement);
        StringBuilder sql = new StringBuilder(facts(parent).definition()).append(";\n-- migrate: autocommit\n");
        StringBuilder attach = new StringBuilder();
        for (RelationFacts index : statement.built()) {
            sql.append(Objects.requireNonNull(Rewrites.after(facts(index).definition(), "INDEX", "CONCURRENTLY")))
                    .append(";\n");
            attach.append("ALTER INDEX ")
                    .append(rewrites.quoted(parent.name()))
                    .append(" ATTACH PARTITION ")
                    .append(rewrites.quoted(index.name()))
                    .append(";\n");
        }
        return sql.append("-- migrate: transaction\n").append(attach).toString().stripTrailing();
    }

    static List<Finding> drops(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.measured().changes().values()) {
            RelationFacts index = change.before();
            if (index == null || change.after() != null || index.index() == null || !statement.existed(index.oid())) {
                continue;
            }
            long table = facts(index).table();
            if (statement.lock(table) == LockMode.ACCESS_EXCLUSIVE && isDropIndex(statement)) {
                findings.add(FindingBuilder.of(Rule.BLOCKING_INDEX_DROP, statement)
                        .object(index.toString())
                        .on(table)
                        .message("The statement drops the index " + index + ".")
                        .rewrittenAs(Rewrites.autocommit(
                                Rewrites.after(statement.measured().statement().text(), "index", "CONCURRENTLY")))
                        .finding());
            }
        }
        return findings;
    }

    private static boolean isDropIndex(MeasuredStatement statement) {
        return statement.measured().says("drop", "index");
    }

    static List<Finding> reindexes(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        if (!statement.measured().says("reindex") || statement.measured().says("concurrently")) {
            return findings;
        }
        for (RelationFacts index : statement.built()) {
            findings.add(FindingBuilder.of(Rule.BLOCKING_REINDEX, statement)
                    .object(index.toString())
                    .on(facts(index).table())
                    .message("REINDEX rebuilds the index " + index + " while writes, and reads that use it, wait.")
                    .rewrittenAs(reindexConcurrently(statement))
                    .finding());
        }
        return findings;
    }

    private static @Nullable String reindexConcurrently(MeasuredStatement statement) {
        String text = statement.measured().statement().text();
        for (String kind : List.of("index", "table")) {
            if (statement.measured().begins("reindex", kind)) {
                return Rewrites.autocommit(Rewrites.after(text, kind, "CONCURRENTLY"));
            }
        }
        return null;
    }

    /** The scratch database has no INVALID index: the real one is asked. */
    static List<Finding> overInvalid(MeasuredStatement statement) {
        if (!(StatementTraits.of(statement.measured().statement()) instanceof ConcurrentIndexBuild build)
                || !build.ifNotExists()) {
            return List.of();
        }
        return statement.revision().range().real().invalidIndexes().stream()
                .filter(index -> index.endsWith("." + build.indexName()))
                .map(index -> FindingBuilder.of(Rule.CONCURRENTLY_OVER_INVALID_INDEX, statement)
                        .object(index)
                        .evidence(Evidence.CATALOG)
                        .message(
                                "The index " + index + " is INVALID in the database: IF NOT EXISTS skips the statement,"
                                        + " and the index stays unusable.")
                        .rewrittenAs("-- migrate: autocommit\nDROP INDEX CONCURRENTLY IF EXISTS "
                                + dev.retort.internal.sql.Identifiers.quote(build.schema(), build.indexName()) + ";\n"
                                + statement.measured().statement().text() + ";")
                        .finding())
                .toList();
    }
}
