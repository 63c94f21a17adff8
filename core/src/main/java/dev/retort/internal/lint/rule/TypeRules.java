/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.DomainCheck;
import dev.retort.internal.lint.measure.EnumFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.sql.Identifiers;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about domains and enum types. */
public final class TypeRules {

    private static final String UNSAFE_NEW_ENUM_VALUE = "55P04";

    private TypeRules() {}

    static List<Finding> domains(MeasuredStatement statement) {
        Measurement measured = statement.measured();
        List<Long> tables = measured.locks().entrySet().stream()
                .filter(lock -> lock.getValue().compareTo(LockMode.SHARE) >= 0
                        && statement.existed(lock.getKey())
                        && measured.scansOf(lock.getKey()) > 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(statement::name))
                .toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Long, DomainCheck> entry :
                measured.after().domainChecks().entrySet()) {
            DomainCheck before = measured.before().domainChecks().get(entry.getKey());
            DomainCheck now = entry.getValue();
            if (now.validated() && (before == null || !before.validated())) {
                findings.add(domain(statement, now, tables, before == null));
            }
        }
        return findings;
    }

    /** VALIDATE takes SHARE too, on 13 to 18: no statement lets writes continue. */
    private static Finding domain(MeasuredStatement statement, DomainCheck check, List<Long> tables, boolean added) {
        FindingBuilder draft = FindingBuilder.of(Rule.DOMAIN_CONSTRAINT, statement)
                .object(check.domain().toString())
                .on(tables.get(0))
                .message("The constraint " + check.name() + " of the domain " + check.domain()
                        + " reads every table with a column of the domain: "
                        + String.join(", ", tables.stream().map(statement::name).toList()) + "."
                        + (added
                                ? " Added NOT VALID, it applies to new rows; VALIDATE CONSTRAINT takes the same lock later."
                                : ""));
        tables.forEach(table -> draft.object(statement.name(table)));
        return draft.finding();
    }

    /** {@return the finding of a statement that failed because of it; {@code null} for another failure} */
    static @Nullable Finding usedBeforeCommit(MeasuredStatement statement) {
        if (!UNSAFE_NEW_ENUM_VALUE.equals(
                Objects.requireNonNull(statement.measured().failure()).getSQLState())) {
            return null;
        }
        String adding = statement.revision().measurements().stream()
                .filter(other ->
                        other.transaction() == statement.measured().transaction() && other.says("add", "value"))
                .map(other -> other.statement().text() + ";\n")
                .reduce("", String::concat);
        return FindingBuilder.of(Rule.ENUM_VALUE_USED_BEFORE_COMMIT, statement)
                .message(
                        "The statement uses an enum value that its own transaction added: PostgreSQL refuses it. Add the"
                                + " value in an autocommit section before.")
                .rewrittenAs("-- migrate: autocommit\n" + adding + "-- migrate: transaction\n"
                        + statement.measured().statement().text() + ";")
                .finding();
    }

    /** {@return the labels that a type of the same name no longer has} */
    static List<Finding> removedLabels(RevisionContext revision) {
        List<Finding> findings = new ArrayList<>();
        for (EnumFacts old : revision.before().enums().values()) {
            List<String> gone = removed(revision, old);
            if (!gone.isEmpty()) {
                findings.add(removed(revision, old, gone));
            }
        }
        return findings;
    }

    /** {@return the labels that a type of the same name no longer has; none when there is no such type} */
    public static List<String> removed(RevisionContext revision, EnumFacts old) {
        EnumFacts now = revision.after().enums().values().stream()
                .filter(type -> type.name().equals(old.name()))
                .findFirst()
                .orElse(null);
        return now == null
                ? List.of()
                : old.labels().entrySet().stream()
                        .filter(label -> !now.labels().containsValue(label.getValue())
                                && !now.labels().containsKey(label.getKey()))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList();
    }

    /** {@return the last statement that names a type, or the last of all} */
    public static MeasuredStatement last(RevisionContext revision, EnumFacts type) {
        int last = revision.measurements().size() - 1;
        for (int i = last; i >= 0; i--) {
            if (revision.measurements()
                    .get(i)
                    .says(Identifiers.quote(type.name().name()))) {
                last = i;
                break;
            }
        }
        return new MeasuredStatement(revision.measurements().get(last), revision, last);
    }

    private static Finding removed(RevisionContext revision, EnumFacts type, List<String> gone) {
        return FindingBuilder.of(Rule.ENUM_VALUE_REMOVED, last(revision, type))
                .object(type.name().toString())
                .evidence(Evidence.CATALOG)
                .message("The enum type " + type.name() + " no longer has " + String.join(", ", gone)
                        + ": rows with such a value make the revision fail, and code that writes it fails afterwards.")
                .finding();
    }
}
