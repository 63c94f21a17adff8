/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The suppressions of one script: comment lines directly above the statements that they are for. */
final class Suppressions {

    private final RevisionScript script;
    private final Map<Integer, List<Suppression>> byStatement = new HashMap<>();
    private final List<Suppression> others = new ArrayList<>();
    private final List<Suppression> everywhere;

    /**
     * Reads them.
     *
     * @param script the script
     * @param everywhere what is allowed for all its statements
     */
    Suppressions(RevisionScript script, List<Suppression> everywhere) {
        this.script = script;
        this.everywhere = List.copyOf(everywhere);
        Set<Integer> statements = new HashSet<>();
        for (ScriptPart part : script.upgrade()) {
            for (SqlStatement statement : part.statements()) {
                statements.add(statement.line());
            }
        }
        read(statements);
    }

    private void read(Set<Integer> statements) {
        List<String> lines = script.text().lines().toList();
        List<Suppression> waiting = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (statements.contains(i + 1)) {
                byStatement.put(i + 1, List.copyOf(waiting));
                waiting.clear();
            } else if (line.stripLeading().startsWith("--")) {
                Suppression.parse(i + 1, line).ifPresent(waiting::add);
            } else {
                others.addAll(waiting);
                waiting.clear();
            }
        }
        others.addAll(waiting);
    }

    /**
     * Findings after suppressions.
     *
     * @param findings what is left, with findings about the suppressions themselves
     * @param suppressed what is allowed
     */
    record Applied(List<Finding> findings, List<Finding> suppressed) {}

    Applied apply(List<Finding> found, LintSettings settings, LocalDate today) {
        List<Finding> left = new ArrayList<>();
        List<Finding> suppressed = new ArrayList<>();
        Set<Suppression> used = new HashSet<>();
        for (Finding finding : found) {
            Suppression match = Stream.concat(
                            byStatement.getOrDefault(finding.line(), List.of()).stream(), everywhere.stream())
                    .filter(one -> one.isComplete() && finding.rule() == one.rule())
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                used.add(match);
            }
            (match == null || match.isExpired(today) ? left : suppressed).add(finding);
        }
        List<Suppression> all = new ArrayList<>(others);
        all.addAll(everywhere);
        byStatement.values().forEach(all::addAll);
        for (Suppression one : all) {
            remark(one, used, today)
                    .map(remark -> finding(one, remark))
                    .map(finding -> finding.withSeverity(settings.severity(finding.rule())))
                    .filter(finding -> finding.severity() != Severity.OFF)
                    .ifPresent(left::add);
        }
        left.sort(Comparator.comparing(Finding::line).thenComparing(Finding::rule));
        return new Applied(left, suppressed);
    }

    private record Remark(Rule rule, String message) {}

    private static java.util.Optional<Remark> remark(Suppression one, Set<Suppression> used, LocalDate today) {
        if (!one.isComplete()) {
            String why = one.rule() == null ? "names no rule, or a date that cannot be read" : "gives no reason";
            return java.util.Optional.of(new Remark(
                    Rule.SUPPRESSION_INVALID,
                    "The suppression \"" + one.text() + "\" " + why
                            + ". Write: "
                            + (one.line() == 0
                                    ? "@AllowFinding(rule = \"<rule>\", reason = \"<reason>\", until = \"<yyyy-mm-dd>\")"
                                    : "-- lint: allow <rule> until <yyyy-mm-dd>, <reason>")));
        }
        if (!used.contains(one)) {
            return java.util.Optional.of(new Remark(
                    Rule.SUPPRESSION_UNUSED,
                    (one.line() == 0 ? "The class" : "The statement below") + " has no finding of "
                            + java.util.Objects.requireNonNull(one.rule()).id() + ". Remove the suppression."));
        }
        return one.isExpired(today)
                ? java.util.Optional.of(new Remark(
                        Rule.SUPPRESSION_EXPIRED,
                        "The suppression held until " + one.until() + ": \"" + one.reason()
                                + "\". Decide again, or change the statement."))
                : java.util.Optional.empty();
    }

    private Finding finding(Suppression one, Remark remark) {
        return new Finding(
                remark.rule(),
                remark.rule().severity(),
                script.revision().id(),
                script.source(),
                one.line(),
                one.shown(),
                List.of(),
                null,
                null,
                0,
                null,
                Evidence.CATALOG,
                remark.message(),
                null,
                List.of());
    }
}
