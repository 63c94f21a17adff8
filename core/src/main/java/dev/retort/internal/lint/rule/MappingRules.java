/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.diff.model.ListedValues;
import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.EnumFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.MappedObjects;
import dev.retort.lint.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules about what the entities of a build map: off without a model. */
final class MappingRules {

    private MappingRules() {}

    static List<Finding> check(MeasuredStatement statement) {
        MappedObjects mapped = statement.revision().range().real().mapped();
        if (mapped == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.measured().changes().values()) {
            RelationFacts before = change.before();
            Set<String> columns =
                    before == null ? null : mapped.columns(before.toString()).orElse(null);
            if (before != null && columns != null && statement.existed(before.oid())) {
                findings.addAll(table(statement, mapped, change, columns));
            }
        }
        findings.addAll(labels(statement, mapped));
        return findings;
    }

    private static List<Finding> table(
            MeasuredStatement statement, MappedObjects mapped, RelationChange change, Set<String> columns) {
        RelationFacts before = Objects.requireNonNull(change.before());
        RelationFacts after = change.after();
        RelationFacts end =
                statement.revision().after().named(before.toString()).orElse(null);
        if (after == null) {
            return end == null
                    ? List.of(gone(statement, Rule.DROP_OF_MAPPED_OBJECT, before.toString(), "dropped", mapped))
                    : List.of();
        }
        if (!after.name().equals(before.name())) {
            return end == null
                    ? List.of(gone(
                            statement, Rule.RENAME_OF_MAPPED_OBJECT, before.toString(), "renamed to " + after, mapped))
                    : List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (ColumnFacts column : before.columns().values()) {
            if (columns.contains(column.name())) {
                Finding finding = column(statement, mapped, change, column);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        findings.addAll(narrowed(statement, mapped, change));
        findings.addAll(notWritten(statement, mapped, change, columns));
        return findings;
    }

    private static @Nullable Finding column(
            MeasuredStatement statement, MappedObjects mapped, RelationChange change, ColumnFacts column) {
        RelationFacts after = Objects.requireNonNull(change.after());
        ColumnFacts now = after.columns().get(column.number());
        String name = after + "." + column.name();
        boolean stays =
                statement.revision().after().relations().getOrDefault(after.oid(), after).columns().values().stream()
                        .anyMatch(other -> other.name().equals(column.name()));
        if (stays || (now != null && now.name().equals(column.name()))) {
            return null;
        }
        return now == null
                ? gone(statement, Rule.DROP_OF_MAPPED_OBJECT, name, "dropped", mapped)
                : gone(statement, Rule.RENAME_OF_MAPPED_OBJECT, name, "renamed to " + now.name(), mapped);
    }

    private static Finding gone(
            MeasuredStatement statement, Rule rule, String object, String how, MappedObjects mapped) {
        return FindingBuilder.of(rule, statement)
                .object(object)
                .evidence(Evidence.CATALOG)
                .message(
                        object + " is " + how + ", and the entities of " + mapped.build()
                                + " map it: their statements fail from then on. Stop mapping it, deploy, and then change the schema.")
                .finding();
    }

    private static List<Finding> notWritten(
            MeasuredStatement statement, MappedObjects mapped, RelationChange change, Set<String> columns) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).columns().values().stream()
                .filter(column -> column.notNull() && !column.hasValue() && !columns.contains(column.name()))
                .filter(column -> {
                    ColumnFacts old = before.columns().get(column.number());
                    return old == null || !old.notNull() || old.hasValue();
                })
                .map(column -> FindingBuilder.of(Rule.UNMAPPED_NOT_NULL_COLUMN, statement)
                        .object(before + "." + column.name())
                        .evidence(Evidence.CATALOG)
                        .message("The column " + column.name()
                                + " is NOT NULL and has no default, and the entities of " + mapped.build()
                                + " do not write it: their inserts into " + before + " fail.")
                        .finding())
                .toList();
    }

    private static List<Finding> labels(MeasuredStatement statement, MappedObjects mapped) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Long, EnumFacts> type :
                statement.measured().before().enums().entrySet()) {
            EnumFacts now = statement.measured().after().enums().get(type.getKey());
            Set<String> labels = mapped.enums().get(type.getValue().name().toString());
            if (now != null && labels != null) {
                type.getValue().labels().forEach((oid, label) -> {
                    String renamed = now.labels().get(oid);
                    if (labels.contains(label) && renamed != null && !renamed.equals(label)) {
                        findings.add(gone(
                                statement,
                                Rule.RENAME_OF_MAPPED_OBJECT,
                                type.getValue().name() + "." + label,
                                "renamed to " + renamed,
                                mapped));
                    }
                });
            }
        }
        return findings;
    }

    /** {@return mapped labels that an enum type of the same name no longer has at the end of a revision} */
    static List<Finding> removedLabels(RevisionContext revision) {
        MappedObjects mapped = revision.range().real().mapped();
        if (mapped == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (EnumFacts old : revision.before().enums().values()) {
            Set<String> labels = mapped.enums().getOrDefault(old.name().toString(), Set.of());
            TypeRules.removed(revision, old).stream()
                    .filter(labels::contains)
                    .forEach(label -> findings.add(gone(
                            TypeRules.last(revision, old),
                            Rule.DROP_OF_MAPPED_OBJECT,
                            old.name() + "." + label,
                            "dropped",
                            mapped)));
        }
        return findings;
    }

    /** A smaller type, or a check constraint without a constant. */
    private static List<Finding> narrowed(MeasuredStatement statement, MappedObjects mapped, RelationChange change) {
        List<Finding> findings = new ArrayList<>(types(statement, mapped, change));
        RelationFacts before = Objects.requireNonNull(change.before());
        for (ConstraintFacts constraint :
                Objects.requireNonNull(change.after()).constraints().values()) {
            if (constraint.type() == 'c' && !before.constraints().containsKey(constraint.oid())) {
                findings.addAll(constants(statement, mapped, before, constraint));
            }
        }
        return findings;
    }

    private static List<Finding> types(MeasuredStatement statement, MappedObjects mapped, RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        List<Finding> findings = new ArrayList<>();
        for (ColumnFacts column :
                Objects.requireNonNull(change.after()).columns().values()) {
            ColumnFacts old = before.columns().get(column.number());
            String type = mapped.type(before.toString(), column.name()).orElse(null);
            if (old != null
                    && type != null
                    && Narrowing.isNarrower(column.type(), old.type())
                    && Narrowing.isNarrower(column.type(), type)) {
                String object = before + "." + column.name();
                findings.add(narrower(
                        statement,
                        object,
                        object + " becomes " + column.type() + ", and the entities of " + mapped.build() + " map it as "
                                + type + ": they fail to write values that the new type does not take."
                                + " Narrow the mapping, deploy, and then change the schema."));
            }
        }
        return findings;
    }

    private static List<Finding> constants(
            MeasuredStatement statement, MappedObjects mapped, RelationFacts table, ConstraintFacts constraint) {
        String definition = constraint.definition();
        if (!definition.startsWith("CHECK (")) {
            return List.of();
        }
        int end = definition.lastIndexOf(')');
        ListedValues listed =
                ListedValues.of(definition.substring("CHECK (".length(), end)).orElse(null);
        if (listed == null) {
            return List.of();
        }
        String object = table + "." + listed.column();
        Set<String> refused = new TreeSet<>(mapped.constants().getOrDefault(object, Set.of()));
        refused.removeAll(listed.values());
        return refused.isEmpty()
                ? List.of()
                : List.of(narrower(
                        statement,
                        object,
                        "The check constraint " + constraint.name() + " refuses " + String.join(", ", refused)
                                + " in " + object + ", and the entities of " + mapped.build()
                                + " have the constant: their statements with it fail from then on."
                                + " Remove the constant, deploy, and then change the schema."));
    }

    private static Finding narrower(MeasuredStatement statement, String object, String sentence) {
        return FindingBuilder.of(Rule.NARROWED_MAPPED_COLUMN, statement)
                .object(object)
                .evidence(Evidence.CATALOG)
                .message(sentence)
                .finding();
    }
}
