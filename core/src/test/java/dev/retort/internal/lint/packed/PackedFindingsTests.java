/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.StartMode;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.run.RunRequest;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.OnLintError;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that the build packed, at a start with rows. */
class PackedFindingsTests {

    private static final String WIDEN = "ALTER TABLE orders ALTER COLUMN id TYPE bigint;";

    private final TestDatabase database = TestDatabase.create();
    private final Path folder;
    private final Path scripts;
    private final Project project;

    PackedFindingsTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.scripts = Files.createDirectories(folder.resolve("scripts"));
        this.project = new Project(scripts, database.dataSource());
    }

    @BeforeEach
    void makeProject() {
        project.revision("a1", null, "CREATE TABLE orders (id int PRIMARY KEY, amount int);", "DROP TABLE orders;");
        project.upgrade("a1");
        project.revision("b2", "a1", WIDEN, "-- migrate: nothing");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void pack() throws IOException {
        LintReport report = project.retort()
                .authoring()
                .lint(
                        LintRequest.pending(LocalDate.of(2026, 1, 1)),
                        new ServerAddress(database.url(), database.user(), null),
                        List.of());
        write(json(LintFile.write(report)));
    }

    private void write(String text) throws IOException {
        Path file = folder.resolve(LintFile.PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder();
            map.forEach((key, each) -> text.append(text.isEmpty() ? "{" : ", ")
                    .append(json(key))
                    .append(": ")
                    .append(json(each)));
            return text + "}";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PackedFindingsTests::json).toList().toString();
        }
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
                : String.valueOf(value);
    }

    private Retort application(OnLintError onError) {
        LintPolicy policy = new LintPolicy(
                Map.of(),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                LintPolicy.defaults().unknownSize(),
                false,
                LintPolicy.defaults().java(),
                onError);
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + scripts))
                .lint(policy)
                .build();
        return new Retort(settings, database.dataSource(), classes(), List.of());
    }

    private ClassLoader classes() {
        try {
            return new URLClassLoader(
                    new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill() {
        database.execute("INSERT INTO orders SELECT g, g FROM generate_series(1, 200000) AS g", "ANALYZE orders");
    }

    @Tag("slow")
    @Test
    void refusesAStartForAnErrorAtTheSizesOfTheDatabase() throws IOException {
        pack();
        fill();

        assertThatThrownBy(() -> application(OnLintError.FAIL).start(StartMode.UPGRADE))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("The pending revisions do not run: lint found an error in them."
                        + " Revision b2, type-change-rewrite at line ")
                .hasMessageContaining("200 k rows");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
    }

    @Test
    void runsOnAnEmptyTableWhereTheSameFindingIsNoError() throws IOException {
        pack();
        database.execute("ANALYZE orders");

        application(OnLintError.FAIL).start(StartMode.UPGRADE);

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
    }

    @Tag("slow")
    @Test
    void warnsAndRunsByDefault() throws IOException {
        pack();
        fill();

        List<Finding> findings = application(OnLintError.WARN).authoring().packedFindings(List.of("b2"));
        application(OnLintError.WARN).start(StartMode.UPGRADE);

        assertThat(findings).extracting(Finding::rule).contains(Rule.TYPE_CHANGE_REWRITE);
        assertThat(findings).extracting(Finding::severity).contains(Severity.ERROR);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
    }

    @Test
    void areKnownOfAPlanAndOfNothingElse() throws IOException {
        pack();
        fill();
        Retort application = application(OnLintError.FAIL);
        RunRequest upgrade = RunRequest.by("alice", "head");

        assertThat(application.authoring().packedFindings(application.upgrade(upgrade.withDryRun(true))))
                .extracting(Finding::revision, Finding::rule)
                .contains(tuple("b2", Rule.TYPE_CHANGE_REWRITE));
        assertThat(application.authoring().packedFindings(application.upgrade(upgrade)))
                .isEmpty();
        assertThat(application
                        .authoring()
                        .packedFindings(application.downgrade(
                                RunRequest.by("alice", "a1").withDryRun(true))))
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void areEstimatedWithTheRatesOfTheHistory() throws IOException {
        pack();
        fill();
        Retort application = application(OnLintError.WARN);

        assertThat(application.authoring().packedFindings(List.of("b2")))
                .extracting(Finding::text)
                .anyMatch(text -> text.contains("for under 1 s"));
        database.execute("UPDATE retort_history SET work = ARRAY['REWRITE 1 10485760 100000 public.orders']");

        assertThat(application.authoring().packedFindings(List.of("b2")))
                .extracting(Finding::text)
                .anyMatch(text -> text.matches("(?s).*for about [0-9]+-[0-9]+ (s|min).*"));
        assertThatThrownBy(() -> application(OnLintError.FAIL).start(StartMode.UPGRADE))
                .hasMessageMatching("(?s).*for about [0-9]+-[0-9]+ (s|min).*");
    }

    @Test
    void ignoresWhatWasFoundInAnotherTextOfTheScript() throws IOException {
        pack();
        fill();
        project.revision("b2", "a1", WIDEN.replace("bigint", "numeric"), "-- migrate: nothing");

        assertThat(application(OnLintError.FAIL).authoring().packedFindings(List.of("b2")))
                .isEmpty();
        application(OnLintError.FAIL).start(StartMode.UPGRADE);

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
    }

    @Tag("slow")
    @Test
    void anExplicitUpgradeIsNotRefused() throws IOException {
        pack();
        fill();

        application(OnLintError.FAIL).upgrade(RunRequest.by("alice", "head"));

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
    }

    @Test
    void namesAFileThatItCannotRead() throws IOException {
        write("{\"version\": 1, \"revisions\": [");

        assertThatThrownBy(() -> application(OnLintError.WARN).start(StartMode.UPGRADE))
                .hasMessageContaining("The findings of lint in file:")
                .hasMessageContaining("It is no JSON at character 30.");
    }

    @Test
    void readsNoFindingsAtHead() throws IOException {
        project.upgrade("head");
        write("no JSON");

        application(OnLintError.FAIL).start(StartMode.UPGRADE);

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b2");
    }
}
