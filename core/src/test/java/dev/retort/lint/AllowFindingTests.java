/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.migration.AllowFinding;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.settings.JavaLinting;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.OnLintError;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that allow what is found in them. */
class AllowFindingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final TestDatabase database = TestDatabase.create();
    private final Project project;

    AllowFindingTests(@TempDir Path folder) {
        project = new Project(folder, database.dataSource())
                .with(settings -> settings.javaPackages(List.of(AllowFindingTests.class.getPackageName())));
        project.revision("made", null, "CREATE TABLE orders (id int PRIMARY KEY, amount int);", "DROP TABLE orders;");
        project.upgrade("made");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Allows what it does, and something that it does not do. */
    @Revision(id = "widened", down = "made", message = "widen the key")
    @AllowFinding(rule = "type-change-rewrite", reason = "the table is small", until = "2026-11-30")
    @AllowFinding(rule = "set-not-null-scan", reason = "the table is small")
    static final class Widen implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE orders ALTER COLUMN id TYPE bigint");
        }
    }

    /** Allows for too short a time, a rule that does not exist, and without a reason. */
    @Revision(id = "narrowed", down = "widened", message = "narrow the key again")
    @AllowFinding(rule = "type-change-rewrite", reason = "the table was small", until = "2026-11-29")
    @AllowFinding(rule = "type-change", reason = "the table is small")
    @AllowFinding(rule = "unbounded-dml", reason = " ")
    static final class Narrow implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE orders ALTER COLUMN id TYPE int");
        }
    }

    /** Allows that it is not measured. */
    @Revision(id = "counted", down = "narrowed", message = "count")
    @AllowFinding(rule = "not-measured", reason = "it only counts")
    @AllowFinding(rule = "type-change-rewrite", reason = "the table is small")
    static final class Count implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.sql("SELECT count(*) FROM orders").query(row -> row);
        }
    }

    @Test
    void allowsWhatTheClassSaysWithAReasonUntilTheDay() {
        RevisionReport report = lint().revisions().get(0);

        assertThat(report.suppressed()).extracting(Finding::rule).containsExactly(Rule.TYPE_CHANGE_REWRITE);
        assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.SUPPRESSION_UNUSED);
        assertThat(report.findings().get(0).statement())
                .isEqualTo("@AllowFinding(rule = \"set-not-null-scan\", reason = \"the table is small\")");
        assertThat(report.findings().get(0).text()).startsWith("The class has no finding of set-not-null-scan.");
    }

    @Test
    void findsAnnotationsThatAllowNothing() {
        RevisionReport report = lint().revisions().get(1);

        assertThat(report.suppressed()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        Rule.TYPE_CHANGE_REWRITE,
                        Rule.SUPPRESSION_EXPIRED,
                        Rule.SUPPRESSION_INVALID,
                        Rule.SUPPRESSION_INVALID);
    }

    @Test
    void allowsThatAClassIsNotMeasured() {
        RevisionReport report = lint().revisions().get(2);

        assertThat(report.findings()).isEmpty();
        assertThat(report.suppressed()).extracting(Finding::rule).containsExactly(Rule.NOT_MEASURED);
    }

    private LintReport lint() {
        LintPolicy defaults = LintPolicy.defaults();
        LintPolicy policy = new LintPolicy(
                Map.of(),
                defaults.maxBlockingReads(),
                defaults.maxBlockingWrites(),
                defaults.unknownSize(),
                false,
                JavaLinting.RUN,
                OnLintError.WARN);
        return project.retort()
                .authoring()
                .lint(
                        LintRequest.pending(TODAY).withSettings(LintSettings.of(policy)),
                        new ServerAddress(database.url(), database.user(), null),
                        List.of());
    }
}
