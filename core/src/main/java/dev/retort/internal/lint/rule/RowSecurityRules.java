/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.measure.RowFilters;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Row security: no error tells a running build that it sees fewer rows than before. */
final class RowSecurityRules {

    private RowSecurityRules() {}

    static List<Finding> hides(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RelationFacts table = Objects.requireNonNull(change.before());
            RelationFacts end = statement.revision().after().relation(table.oid());
            String what =
                    what(table.filters(), Objects.requireNonNull(change.after()).filters());
            if (what != null && end != null && end.filters().hides()) {
                findings.add(finding(statement, table, what, end.filters()));
            }
        }
        return findings;
    }

    /** {@return what the statement does that can hide rows; {@code null} for nothing} */
    private static @Nullable String what(RowFilters before, RowFilters after) {
        if (after.security() && !before.security()) {
            return "switches row security on";
        }
        if (after.forced() && !before.forced()) {
            return "switches row security on for the owner too";
        }
        if (!before.security() || !after.security()) {
            return null;
        }
        String restrictive = first(after.policies(), before.policies(), Set.of('r'));
        if (restrictive != null) {
            return "adds the restrictive policy " + restrictive;
        }
        String permissive = first(before.policies(), after.policies(), Set.of('a', 'p'));
        return permissive == null ? null : "drops the policy " + permissive;
    }

    private static @Nullable String first(
            Map<String, Character> these, Map<String, Character> others, Set<Character> kinds) {
        return new TreeSet<>(these.keySet())
                .stream()
                        .filter(name ->
                                kinds.contains(these.get(name)) && !kinds.contains(others.getOrDefault(name, ' ')))
                        .findFirst()
                        .orElse(null);
    }

    private static Finding finding(MeasuredStatement statement, RelationFacts table, String what, RowFilters end) {
        boolean none = !end.policies().containsValue('p') && !end.policies().containsValue('a');
        String roles = end.forced() ? "all roles" : "roles other than its owner";
        String rest = none
                ? "no policy allows any row: " + roles + " read no rows of it and write none"
                : roles + " see only the rows that its policies ("
                        + String.join(", ", new TreeSet<>(end.policies().keySet())) + ") allow, without an error";
        String advice = end.policies().containsValue('r')
                ? ""
                : " A policy that allows everything keeps these working until all builds are ready.";
        String name = Rewrites.of(statement).quoted(table.name());
        boolean switched = end.policies().isEmpty();
        return FindingBuilder.of(Rule.ROW_SECURITY_HIDES_ROWS, statement)
                .on(table.oid())
                .severity(none ? Severity.ERROR : Severity.WARNING)
                .message("The statement " + what + " for " + table + ", and " + rest + ", in running builds too."
                        + advice)
                .rewrittenAs(
                        switched
                                ? "CREATE POLICY all_rows ON " + name + " USING (true);\n"
                                        + statement.measured().statement().text() + ";"
                                : null)
                .finding();
    }
}
