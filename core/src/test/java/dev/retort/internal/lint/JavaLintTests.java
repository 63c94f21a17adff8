/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.LintSettings;
import dev.retort.lint.Rule;
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

/** Revisions that are Java classes. */
class JavaLintTests {

    private final TestDatabase database = TestDatabase.create();
    private final Project project;

    JavaLintTests(@TempDir Path folder) {
        project = new Project(folder, database.dataSource())
                .with(settings -> settings.javaPackages(List.of(JavaLintTests.class.getPackageName())));
        project.revision("made", null, "CREATE TABLE orders (id int PRIMARY KEY, amount int);", "DROP TABLE orders;");
        project.upgrade("made");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Runs one statement that rewrites a table. */
    @Revision(id = "widened", down = "made", message = "widen the key")
    static final class Widen implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE orders ALTER COLUMN id TYPE bigint");
        }
    }

    /** Wants an answer of the database. */
    @Revision(id = "counted", down = "widened", message = "count")
    static final class Count implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.sql("SELECT count(*) FROM orders").query(row -> row);
        }
    }

    @Test
    void measuresTheStatementsOfAClassOnRequest() {
        LintReport report = lint(JavaLinting.RUN);

        assertThat(report.revisions().get(0).findings())
                .extracting(Finding::rule)
                .contains(Rule.TYPE_CHANGE_REWRITE);
        assertThat(report.revisions().get(0).statements().get(0).statement())
                .isEqualTo("ALTER TABLE orders ALTER COLUMN id TYPE bigint");
        assertThat(database.query("SELECT data_type FROM information_schema.columns WHERE column_name = 'id'"
                        + " AND table_name = 'orders'"))
                .containsExactly("integer");
    }

    @Test
    void saysWhyAClassCannotBeMeasured() {
        List<Finding> findings = lint(JavaLinting.RUN).revisions().get(1).findings();

        assertThat(findings).extracting(Finding::rule).containsExactly(Rule.NOT_MEASURED);
        assertThat(findings.get(0).text()).contains("it queries the database");
    }

    @Test
    void callsNoCodeWithoutARequest() {
        List<Finding> findings = lint(JavaLinting.NOT_MEASURED).findings();

        assertThat(findings).extracting(Finding::rule).containsOnly(Rule.NOT_MEASURED);
        assertThat(findings.get(0).text()).contains("retort.lint.java=run");
    }

    private LintReport lint(JavaLinting java) {
        LintPolicy defaults = LintPolicy.defaults();
        LintPolicy policy = new LintPolicy(
                Map.of(),
                defaults.maxBlockingReads(),
                defaults.maxBlockingWrites(),
                defaults.unknownSize(),
                false,
                java,
                OnLintError.WARN);
        return project.retort()
                .authoring()
                .lint(
                        LintRequest.pending(LocalDate.of(2026, 1, 1)).withSettings(LintSettings.of(policy)),
                        new ServerAddress(database.url(), database.user(), null),
                        List.of());
    }
}
