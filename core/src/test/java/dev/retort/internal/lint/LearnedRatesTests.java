/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What long statements took is in the history, and prices the next ones. */
class LearnedRatesTests {

    private static final String NOTHING = "-- migrate: nothing";

    private static final String WORK =
            "SELECT work FROM retort_history WHERE revision = '%s' AND operation = 'upgrade'";

    /** A check that keeps the server busy for longer than a statement that is worth a note. */
    private static final String BUSY = """
        CREATE FUNCTION busy(int) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
        DECLARE
            begun constant timestamptz := clock_timestamp();
        BEGIN
            WHILE clock_timestamp() < begun + interval '0.6 s' LOOP END LOOP;
            RETURN true;
        END $$;
        """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    private LintReport lint(Project project) {
        return project.retort()
                .authoring()
                .lint(
                        LintRequest.pending(LocalDate.of(2026, 11, 30)),
                        new ServerAddress(database.url(), database.user(), null),
                        List.of());
    }

    @Tag("slow")
    @Test
    void theHistoryKeepsTheWorkOfLongStatementsOnly() {
        Project project = new Project(folder, database.dataSource());
        project.revision("a", null, BUSY + "CREATE TABLE t (id int, n int);\nINSERT INTO t VALUES (1, 1);", NOTHING);
        project.revision("b", "a", "ALTER TABLE t ADD CONSTRAINT slow CHECK (busy(id));", NOTHING);
        project.revision("c", "b", """
            CREATE INDEX ix ON t (busy(n));
            ALTER TABLE t ADD CONSTRAINT quick CHECK (id > 0);
            """, NOTHING);
        project.revision("d", "c", "UPDATE t SET n = 2 WHERE busy(id);", NOTHING);
        project.start();

        assertThat(database.query(WORK.formatted("a"))).containsExactly("null");
        assertThat(database.query(WORK.formatted("b")))
                .singleElement()
                .asString()
                .matches("\\{\"SCAN 1 8192 \\d+ public.t\"}");
        assertThat(database.query(WORK.formatted("c")))
                .singleElement()
                .asString()
                .matches("\\{\"BUILD 1 8192 \\d+ public.t\"}");
        assertThat(database.query(WORK.formatted("d"))).containsExactly("null");
    }

    @Test
    void lintEstimatesWithTheRatesOfTheHistory() {
        Project project = new Project(folder, database.dataSource());
        project.revision("a", null, "CREATE TABLE t (id int, n int);", NOTHING);
        project.start();
        database.execute("INSERT INTO t SELECT g, g FROM generate_series(1, 100000) g", "ANALYZE");
        project.revision("b", "a", "ALTER TABLE t ALTER COLUMN n SET NOT NULL;", NOTHING);

        LintReport before = lint(project);
        assertThat(before.remarks()).anyMatch(remark -> remark.startsWith("Estimates use the rates of common disks"));
        assertThat(before.revisions().get(0).statements().get(0).estimate()).hasToString("under 1 s");

        database.execute("UPDATE retort_history SET work = ARRAY['SCAN 1 10485760 100000 public.t']");
        LintReport learned = lint(project);
        assertThat(learned.remarks())
                .contains("Estimates use rates learned from this database: reading at 0.1-0.2 MB/s (1 statement).");
        assertThat(learned.revisions().get(0).statements().get(0).estimate()).hasToString("17-70 s");
    }

    @Test
    void tablesOfOlderBuildsLackTheColumnUntilTheNextRun() {
        Project project = new Project(folder, database.dataSource());
        project.revision("a", null, "CREATE TABLE t (id int);", NOTHING);
        project.start();
        database.execute("ANALYZE", "ALTER TABLE retort_history DROP COLUMN work");
        project.revision("b", "a", "ALTER TABLE t ADD COLUMN n int;", NOTHING);

        assertThat(lint(project).revisions()).hasSize(1);
        project.start();
        assertThat(database.query(WORK.formatted("b"))).containsExactly("null");
    }
}
