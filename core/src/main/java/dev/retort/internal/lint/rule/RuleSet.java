/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** All rules together. Has no state. */
public final class RuleSet {

    private static final List<StatementRule> STATEMENTS = List.of(
            IndexRules::builds,
            IndexRules::drops,
            IndexRules::reindexes,
            IndexRules::overInvalid,
            ConstraintRules::indexed,
            ConstraintRules::foreignKeys,
            ConstraintRules::checks,
            ConstraintRules::notNull,
            ConstraintRules::validations,
            ConstraintRules::dropped,
            ColumnRules::added,
            ColumnRules::retyped,
            DropRules::destructive,
            DropRules::cascades,
            TableRules::rewrites,
            TableRules::attaches,
            TableRules::detaches,
            TableRules::refreshes,
            TableRules::triggers,
            TableRules::published,
            TableRules::runningOut,
            TypeRules::domains,
            TransactionRules::workUnderLock,
            TransactionRules::severalTables,
            TransactionRules::severalPasses,
            TransactionRules::explicitLock,
            TransactionRules::lockTimeout,
            TransactionRules::lockQueue,
            Dml::unbounded,
            CodeRules::unmeasured,
            RowSecurityRules::hides,
            NameRules::renamed,
            MappingRules::check);

    private RuleSet() {}

    /** Looks at one statement that ran. Has no state. */
    @FunctionalInterface
    private interface StatementRule {

        /** {@return what it finds} */
        List<Finding> check(MeasuredStatement statement);
    }

    /** {@return what the rules find in a revision, by line; rules that are off find nothing} */
    public static List<Finding> check(RevisionContext revision) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < revision.measurements().size(); i++) {
            MeasuredStatement statement =
                    new MeasuredStatement(revision.measurements().get(i), revision, i);
            if (statement.measured().failure() == null) {
                STATEMENTS.forEach(rule -> findings.addAll(rule.check(statement)));
            } else {
                findings.add(failed(statement));
            }
        }
        if (!revision.measurements().isEmpty()) {
            findings.addAll(RecreationRules.recreated(revision));
            findings.addAll(DropRules.foreignKeysWithoutIndex(revision));
            findings.addAll(TypeRules.removedLabels(revision));
            findings.addAll(MappingRules.removedLabels(revision));
        }
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.OFF)
                .sorted(Comparator.comparing(Finding::line).thenComparing(Finding::rule))
                .distinct()
                .toList();
    }

    private static Finding failed(MeasuredStatement statement) {
        Finding ofEnum = TypeRules.usedBeforeCommit(statement);
        return ofEnum != null ? ofEnum : notMeasured(statement);
    }

    private static Finding notMeasured(MeasuredStatement statement) {
        Measurement measured = statement.measured();
        SQLException failure = Objects.requireNonNull(measured.failure());
        boolean required = statement.revision().range().settings().requireMeasured();
        FindingBuilder draft = FindingBuilder.of(Rule.NOT_MEASURED, statement)
                .evidence(Evidence.NOT_MEASURED)
                .message("The statement failed on the scratch server, and what follows it in the revision did not run: "
                        + FindingBuilder.shown(String.valueOf(failure.getMessage())));
        return (required ? draft.severity(Severity.ERROR) : draft).finding();
    }
}
