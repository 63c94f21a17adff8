/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.EnumFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New names and schemas where no model tells whether an old one is used: with a model, {@link MappingRules} decides. */
final class NameRules {

    private NameRules() {}

    static List<Finding> renamed(MeasuredStatement statement) {
        if (statement.revision().range().real().mapped() != null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(schema(statement));
        statement.measured().changes().values().stream()
                .filter(change -> change.before() != null && change.after() != null && isNamed(statement, change))
                .sorted(Comparator.comparing(change -> change.any().name()))
                .forEach(change -> findings.addAll(relation(statement, change)));
        for (Map.Entry<Long, EnumFacts> type :
                statement.measured().before().enums().entrySet()) {
            findings.addAll(labels(statement, type.getKey(), type.getValue()));
        }
        return findings;
    }

    /** Relations keep their OIDs and are not locked. */
    private static List<Finding> schema(MeasuredStatement statement) {
        List<String> words = statement.measured().words();
        if (!statement.measured().begins("alter", "schema")
                || !statement.measured().says("rename", "to")) {
            return List.of();
        }
        return statement.measured().before().relations().values().stream()
                .filter(relation -> statement.existed(relation.oid()))
                .map(relation -> String.valueOf(relation.name().schema()))
                .filter(schema -> words.get(2).equals(Identifiers.quote(schema)))
                .distinct()
                .map(schema -> finding(statement, schema, words.get(words.size() - 1), null))
                .toList();
    }

    /** Partitions and child tables follow their table. */
    private static boolean isNamed(MeasuredStatement statement, RelationChange change) {
        RelationFacts relation = change.any();
        boolean named = relation.isTable() || relation.isView() || relation.kind() == 'f';
        return named
                && statement.existed(relation.oid())
                && !statement.measured().changes().containsKey(relation.parent());
    }

    private static List<Finding> relation(MeasuredStatement statement, RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        RelationFacts after = Objects.requireNonNull(change.after());
        if (!after.name().equals(before.name())) {
            boolean stays =
                    statement.revision().after().named(before.toString()).isPresent();
            return stays
                    ? List.of()
                    : List.of(finding(
                            statement, before.toString(), after.toString(), withView(statement, before, after)));
        }
        RelationFacts end = statement.revision().after().relations().getOrDefault(after.oid(), after);
        List<Finding> findings = new ArrayList<>();
        for (ColumnFacts old : before.columns().values()) {
            ColumnFacts now = after.columns().get(old.number());
            boolean stays = end.columns().values().stream()
                    .anyMatch(column -> column.name().equals(old.name()));
            if (now != null && !now.name().equals(old.name()) && !stays) {
                findings.add(finding(statement, before + "." + old.name(), now.name(), null));
            }
        }
        return findings;
    }

    private static List<Finding> labels(MeasuredStatement statement, long oid, EnumFacts before) {
        EnumFacts now = statement.measured().after().enums().get(oid);
        List<Finding> findings = new ArrayList<>();
        before.labels().forEach((label, text) -> {
            String renamed = now == null ? null : now.labels().get(label);
            if (renamed != null && !renamed.equals(text)) {
                findings.add(finding(statement, before.name() + "." + text, renamed, null));
            }
        });
        return findings;
    }

    /** A view of one table can be written to; it has the privileges of its creator, and others that it is given. */
    private static @Nullable String withView(MeasuredStatement statement, RelationFacts before, RelationFacts after) {
        if (!before.isTable() || before.kind() == 'm' || before.privileges() != null) {
            return null;
        }
        Rewrites rewrites = Rewrites.of(statement);
        return statement.measured().statement().text() + ";\nCREATE VIEW " + rewrites.quoted(before.name())
                + " AS SELECT * FROM " + rewrites.quoted(after.name()) + ";";
    }

    private static Finding finding(MeasuredStatement statement, String old, String now, @Nullable String rewrite) {
        return FindingBuilder.of(Rule.RENAMED_OR_MOVED, statement)
                .object(old)
                .evidence(Evidence.CATALOG)
                .message(old + " becomes " + now + ": statements with the old name fail from then on, those of running"
                        + " builds too. Without a model of entities, lint does not know which statements these are.")
                .rewrittenAs(rewrite)
                .finding();
    }
}
