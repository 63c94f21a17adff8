/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.lint.measure.Measurer;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.script.Placeholders;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.LintReport;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges the revisions of a plan in a scratch database that has the schema before the first of them. */
final class PlanLinter {

    private final RunEnvironment environment;
    private final LintPlan plan;
    private final Basis basis;
    private final Set<String> failed = new HashSet<>();

    PlanLinter(RunEnvironment environment, LintPlan plan, Basis basis) {
        this.environment = environment;
        this.plan = plan;
        this.basis = basis;
    }

    LintReport lint(Scratch scratch, List<String> remarks) throws SQLException {
        MigrationConnection session = scratch.connection();
        ConnectionSource others = ConnectionSource.withoutRetries(scratch.dataSource());
        Measurer measurer =
                new Measurer(session, others, environment.lockTimeouts().initial());
        RevisionLinter linter = RevisionLinter.begin(session, measurer, basis);
        Placeholders placeholders = new Placeholders(environment.policy().placeholders());
        JavaScripts java = new JavaScripts(basis.settings().java(), session.majorVersion());
        List<RevisionReport> reports = new ArrayList<>();
        for (RevisionScript script : plan.scripts()) {
            RevisionReport report = report(linter, java, placeholders.resolve(script));
            if (Unmeasured.isIncomplete(report)) {
                failed.add(script.revision().id());
            }
            reports.add(report);
        }
        boolean sized = !basis.prices().sizes().isEmpty();
        return new LintReport("PostgreSQL " + session.majorVersion(), sized, reports, remarks);
    }

    private RevisionReport report(RevisionLinter linter, JavaScripts java, RevisionScript script) throws SQLException {
        List<String> needed = plan.graph().needs(script.revision().id()).stream()
                .filter(failed::contains)
                .toList();
        if (!needed.isEmpty()) {
            return Unmeasured.after(script, needed);
        }
        RevisionScript measurable = java.of(script);
        List<Suppression> allowed = JavaScripts.allowed(script);
        return measurable.code() == null
                ? linter.lint(measurable, allowed)
                : unmeasured(Unmeasured.java(script, java.reason(script)), script, allowed);
    }

    /** What the class allows beside that is not known to be needed or not. */
    private RevisionReport unmeasured(RevisionReport report, RevisionScript script, List<Suppression> allowed) {
        List<Suppression> ofIt = allowed.stream()
                .filter(one -> one.rule() == Rule.NOT_MEASURED || !one.isComplete())
                .toList();
        Suppressions.Applied applied =
                new Suppressions(script, ofIt).apply(report.findings(), basis.settings(), basis.today());
        return new RevisionReport(
                report.revision(),
                report.file(),
                report.checksum(),
                report.message(),
                report.statements(),
                applied.findings(),
                applied.suppressed());
    }
}
