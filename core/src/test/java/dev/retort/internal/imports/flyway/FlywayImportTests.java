/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.test.FlywayProject;
import dev.retort.test.Project;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Flyway itself migrates a database; the import of its files must know what it wrote there. */
class FlywayImportTests {

    static final List<String> VERSIONS = RealFlyway.VERSIONS;

    @TempDir
    Path folder = Path.of("");

    private static final Map<String, String> CONFIGURED =
            Map.of("placeholders.appSchema", "public", "placeholders.greeting", "hello");

    private ImportPlan plan(Map<String, String> settings) {
        return ImportPlan.of("Flyway", FlywaySeries.read(folder, new SettingMap(settings), List.of()), List.of());
    }

    private RealFlyway flyway(String version, TestDatabase database, Map<String, String> settings) {
        RealFlyway flyway = new RealFlyway(version, database, new FlywayProject(folder).migrations());
        settings.forEach(flyway::with);
        return flyway.with("postgresql.transactional.lock", "false");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void knowsEveryRowThatFlywayWrites(String version) {
        new FlywayProject(folder).series();
        try (TestDatabase database = TestDatabase.create();
                RealFlyway flyway = flyway(version, database, CONFIGURED)) {
            flyway.migrate();

            List<String> imported = plan(CONFIGURED).revisions().stream()
                    .map(revision -> row(revision.migration().from()))
                    .toList();
            assertThat(imported)
                    .containsExactlyElementsOf(database.query(
                            "SELECT CASE WHEN version IS NULL THEN 'R ' || description || ' ' || CASE description WHEN 'greet'"
                                    + " THEN 'of text' ELSE checksum::text END ELSE 'V ' || version || ' ' || checksum END"
                                    + " FROM flyway_schema_history ORDER BY installed_rank"));
        }
    }

    /** The checksum of a repeatable migration is that of its text with placeholders replaced. */
    private static String row(ImportedFrom from) {
        String checksum = from.names().get(0).equals("greet")
                ? "of text"
                : from.checksums().get(0);
        return from.kind() + " " + from.names().get(0) + " " + checksum;
    }

    @Test
    void theRevisionsRunWhereFlywayDoesNot() {
        new FlywayProject(folder).series();
        ImportPlan plan = plan(CONFIGURED);
        Path scripts = folder.resolve("scripts");
        new ImportFiles(scripts).write(plan);
        try (TestDatabase database = TestDatabase.create()) {
            Project project = new Project(scripts, database.dataSource())
                    .with(settings -> settings.placeholders(plan.placeholders()));

            project.start();

            assertThat(database.query("SELECT name FROM customer ORDER BY id"))
                    .containsExactly("a;b", "c'd", "Zoë Müller");
            assertThat(database.query("SELECT greet(), obj_description('item'::regclass), (SELECT count(*) FROM item)"))
                    .containsExactly("hello|V24__file_and_table.sql of flyway_schema_history|6");
            assertThat(database.query(
                            "SELECT column_default FROM information_schema.columns WHERE table_name IN ('greeting',"
                                    + " 'template') ORDER BY table_name"))
                    .containsExactly("'hello'::text", "'${name}'::text");
        }
    }

    @Test
    void writesTheSameForEveryDeveloper() {
        new FlywayProject(folder).series();

        assertThat(plan(CONFIGURED).revisions()).isEqualTo(plan(CONFIGURED).revisions());
        assertThat(plan(CONFIGURED).revisions())
                .extracting(ImportedRevision::text)
                .allSatisfy(text -> assertThat(text).startsWith("-- revision: "));
    }

    @Test
    void writesScriptsThatRetortReadsOfAllSuffixes() {
        new FlywayProject(folder)
                .migration("V1__upper.SQL", "CREATE TABLE a (id int);")
                .migration("V2__other.v2.pgsql", "CREATE TABLE b (id int);")
                .migration("V2023.01.02_03__time.sql", "CREATE TABLE c (id int);");
        ImportPlan plan = plan(Map.of("sqlMigrationSuffixes", ".sql,.pgsql"));
        Path scripts = folder.resolve("scripts");
        new ImportFiles(scripts).write(plan);
        try (TestDatabase database = TestDatabase.create()) {
            new Project(scripts, database.dataSource()).start();

            assertThat(database.query("SELECT to_regclass('a'), to_regclass('b'), to_regclass('c')"))
                    .containsExactly("a|b|c");
        }
        assertThat(plan.revisions())
                .extracting(one -> one.migration().fileName())
                .containsExactly("V1__upper.sql", "V2__other.v2.sql", "V2023.01.02_03__time.sql");
    }

    @Test
    void listsWhatItDoesNotConvert() {
        new FlywayProject(folder)
                .series()
                .migration("V30__in_java.txt", "")
                .file(
                        "src/main/java/db/migration/V31__Recalculate.java",
                        "class V31__Recalculate {}".getBytes(StandardCharsets.UTF_8))
                .migration("U99__nothing.sql", "SELECT 1;")
                .migration("B2__baseline.sql", "SELECT 1;")
                .migration("R__clock.sql", "SELECT '${flyway:timestamp}';");

        assertThat(plan(CONFIGURED).byHand())
                .extracting(one -> one.file().replaceAll(".*/", "") + ": " + one.reason())
                .containsExactly(
                        "V30__in_java.txt: Flyway does not read files of this name",
                        "notes.txt: Flyway does not read files of this name",
                        "B2__baseline.sql: the versions that it covers are imported",
                        "V31__Recalculate.java: a migration in Java has no SQL to convert",
                        "U99__nothing.sql: no migration has its version",
                        "R__clock.sql: ${flyway:timestamp} has it run at each start, and a revision runs once",
                        "afterMigrate.sql: it is a callback at afterMigrate");
    }

    @Test
    void stopsBeforeItWritesWhatItCannotConvert() {
        new FlywayProject(folder)
                .migration("V1__savepoint.sql", "SELECT 1;\nSAVEPOINT a;\n")
                .migration("V2__first.sql", "SELECT 1;")
                .migration("V5__unnamed.sql", "CREATE INDEX CONCURRENTLY ON t (a);")
                .migration("V2.0__again.sql", "SELECT 1;")
                .migration("V3__psql.sql", "\\set x 1\n")
                .migration("V4__latin.sql", "SELECT 'ü';", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> plan(Map.of())).isInstanceOfSatisfying(RetortException.class, e -> {
            assertThat(e.what()).isEqualTo("The migrations of Flyway were not imported; nothing was written.");
            assertThat(e.why().lines())
                    .hasSize(5)
                    .anySatisfy(line -> assertThat(line).contains("V1__savepoint.sql: line 2: SAVEPOINT"))
                    .anySatisfy(line -> assertThat(line).contains("V3__psql.sql: line 1: \\set is a command of psql"))
                    .anySatisfy(line -> assertThat(line).contains("version 2 exists twice"))
                    .anySatisfy(line -> assertThat(line).contains("V4__latin.sql: the file is not in UTF-8"))
                    .anySatisfy(line -> assertThat(line).contains("without a name is refused"));
        });
    }
}
