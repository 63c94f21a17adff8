/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.flyway.FlywaySeries;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.SessionSettings;
import dev.retort.test.Faults;
import dev.retort.test.FlywayProject;
import dev.retort.test.Project;
import dev.retort.test.RealFlyway;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Flyway itself has migrated the database; Retort takes it over, and old builds with Flyway start beside it. */
class AdoptionTests {

    static final List<String> VERSIONS = RealFlyway.VERSIONS;
    private static final String NEWEST = VERSIONS.get(1);

    static Stream<String> versions() {
        return Samples.every(2, 1, VERSIONS.stream());
    }

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();
    private Map<String, String> placeholders = Map.of("appSchema", "public", "greeting", "hello");
    private AdoptionSettings adoption = AdoptionSettings.defaults();

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private FlywayProject files() {
        return new FlywayProject(folder);
    }

    private FlywayProject small() {
        return files().migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);")
                .migration("U2__b.sql", "DROP TABLE b;")
                .migration("V3__c.sql", "CREATE TABLE c (id int);")
                .migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a");
    }

    private RealFlyway flyway(String version) {
        RealFlyway flyway = new RealFlyway(version, database, files().migrations());
        placeholders.forEach((name, value) -> flyway.with("placeholders." + name, value));
        return flyway.with("postgresql.transactional.lock", "false");
    }

    private void migrate() {
        try (RealFlyway flyway = flyway(NEWEST)) {
            flyway.migrate();
        }
    }

    private Path scripts() {
        return folder.resolve("scripts");
    }

    private Project imported() {
        SettingMap settings =
                new SettingMap(Map.of("placeholders.appSchema", "public", "placeholders.greeting", "hello"));
        ImportPlan plan = ImportPlan.of(
                "Flyway",
                FlywaySeries.read(folder, settings, List.of()),
                Files.exists(scripts())
                        ? ScriptLoader.load(
                                List.of("filesystem:" + scripts()), getClass().getClassLoader())
                        : List.of());
        new ImportFiles(scripts()).write(plan);
        return new Project(scripts(), database.dataSource())
                .with(settingsBuilder -> settingsBuilder
                        .placeholders(placeholders)
                        .adoption(adoption)
                        .onNonEmptySchema(NonEmptySchemaPolicy.ADOPT));
    }

    private void deleteScripts() {
        try (Stream<Path> files = Files.list(scripts())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String idOf(String version) {
        return ScriptLoader.load(List.of("filesystem:" + scripts()), getClass().getClassLoader()).stream()
                .filter(script -> script.text().contains("imported_from: flyway V \"" + version + "\""))
                .findFirst()
                .orElseThrow()
                .revision()
                .id();
    }

    private String headOfImport(Project project) {
        return project.retort()
                .adopt(AdoptionRequest.by("alice").withDryRun(true))
                .rows()
                .get(0);
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void aStartAdoptsWhatFlywayHasMigratedAndRunsWhatIsPending(String version) {
        files().series();
        try (RealFlyway flyway = flyway(version)) {
            flyway.migrate();
        }
        Project project = imported();
        project.revision("own", headOfImport(project), "CREATE TABLE own (id int);", "DROP TABLE own;");

        RunResult result = project.start();

        assertThat(result.steps()).extracting(step -> step.revision()).containsExactly("own");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("own");
        assertThat(database.query("SELECT count(*) FROM retort_history WHERE operation = 'upgrade' AND reason LIKE"
                        + " 'adopted from public.flyway_schema_history of flyway%'"))
                .containsExactly("30");
        assertThat(database.query("SELECT count(*) FROM retort_history AS h JOIN flyway_schema_history AS f ON"
                        + " h.database_user = f.installed_by AND h.started_at + make_interval(secs => h.duration_ms / 1000.0)"
                        + " = f.installed_on AT TIME ZONE 'UTC' AND h.duration_ms = f.execution_time"
                        + " WHERE h.reason LIKE 'adopted%'"))
                .containsExactly("30");
        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().validate().findings()).isEmpty();
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void anOldBuildStartsBesideRetortAndIsRefusedWithSomethingNew(String version) {
        small();
        migrate();
        imported().start();

        try (RealFlyway unchanged = flyway(version)) {
            unchanged.migrate();
        }
        files().migration("V4__new.sql", "CREATE TABLE d (id int);");
        try (RealFlyway newer = flyway(version)) {
            assertThatThrownBy(newer::migrate).hasMessageContaining("This database is migrated by Retort since");
        }
        files().without("V4__new.sql").without("V3__c.sql");
        try (RealFlyway older = flyway(version)) {
            older.migrate();
        }

        assertThat(database.query("SELECT to_regclass('d')")).containsExactly("null");
        assertThat(database.query("SELECT count(*) FROM flyway_schema_history")).containsExactly("4");
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void anOldBuildFindsWhatRetortAppliedAndDowngraded(String version) {
        small().without("V3__c.sql");
        migrate();
        small().migration("U3__c.sql", "DROP TABLE c;");
        Project project = imported();

        project.start();

        assertThat(
                        database.query(
                                "SELECT version, checksum IS NOT NULL, success FROM flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("1|t|t", "2|t|t", "null|t|t", "3|t|t", "null|t|t");
        try (RealFlyway revertedDeployment = flyway(version)) {
            revertedDeployment.migrate();
        }
        assertThat(database.query("SELECT version_num FROM alembic_version")).hasSize(1);
    }

    @Tag("nightly")
    @Test
    void whatRetortDowngradesIsRemovedFromTheOldTable() {
        files().migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);")
                .migration("U2__b.sql", "DROP TABLE b;");
        migrate();
        Project project = imported();
        project.start();

        project.downgrade("-1");
        assertThat(database.query("SELECT version FROM flyway_schema_history")).containsExactly("1");

        project.upgrade("head");
        assertThat(database.query("SELECT version FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Tag("nightly")
    @Test
    void leavesTheOldTableAloneWithoutMirror() {
        adoption = new AdoptionSettings(null, null, false, false);
        small().without("V3__c.sql");
        migrate();
        small();

        imported().start();

        assertThat(database.query("SELECT count(*) FROM flyway_schema_history")).containsExactly("3");
    }

    @Test
    void refusesAnotherChecksumUntilItIsAccepted() {
        small();
        migrate();
        files().migration("V2__b.sql", "CREATE TABLE b (id bigint);");
        Project project = imported();

        assertThatThrownBy(project::start)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("Version 2 ran with the checksum");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");

        project.retort().adopt(AdoptionRequest.by("alice").withVersions(List.of(), List.of(), List.of("2.0")));
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void refusesAFailedMigration() {
        small().migration("V3__c.sql", "CREATE TABLE c (id int);\nCREATE INDEX CONCURRENTLY x ON nothing (id);")
                .migration("V3__c.sql.conf", "executeInTransaction=false");
        assertThatThrownBy(this::migrate).isInstanceOf(RuntimeException.class);

        assertThatThrownBy(imported()::start)
                .hasMessageContaining("the migration 3 failed: repair it with Flyway first");
    }

    @Tag("slow")
    @Test
    void aRepairedFailureIsPending() {
        small().migration("V3__c.sql", "CREATE TABLE c (id int);\nCREATE INDEX CONCURRENTLY x ON nothing (id);")
                .migration("V3__c.sql.conf", "executeInTransaction=false");
        assertThatThrownBy(this::migrate).isInstanceOf(RuntimeException.class);
        database.execute("DROP TABLE c");
        small().without("V3__c.sql.conf");
        try (RealFlyway flyway = flyway(NEWEST)) {
            flyway.repair();
        }

        assertThat(imported().start().steps()).hasSize(2);
        assertThat(database.query("SELECT to_regclass('c'), to_regclass('v')")).containsExactly("c|v");
    }

    @Test
    void refusesAVersionWithoutRevision() {
        small();
        migrate();
        files().without("V3__c.sql");

        assertThatThrownBy(imported()::start)
                .hasMessageContaining("Version 3 ran, and no revision of this build was imported from it.");
    }

    @Test
    void aBaselineCoversTheVersionsBelowIt() {
        small().migration("V4__d.sql", "CREATE TABLE d (id int);");
        database.execute("CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE TABLE c (id int)");
        try (RealFlyway flyway = flyway(NEWEST).with("baselineVersion", "2.5").with("baselineOnMigrate", "true")) {
            files().without("V4__d.sql").without("V3__c.sql").without("R__v.sql");
            flyway.migrate();
        }
        database.execute("DROP TABLE c");
        small().migration("V4__d.sql", "CREATE TABLE d (id int);");

        Project project = imported();
        project.start();

        assertThat(
                        database.query(
                                "SELECT operation, coalesce(array_length(known_revisions, 1), 0) FROM retort_history ORDER BY id"))
                .startsWith("stamp|2", "adopt|0")
                .hasSize(5);
        assertThat(project.start().steps()).isEmpty();
    }

    @Test
    void refusesHolesUntilTheyAreResolved() {
        small().without("V2__b.sql").without("U2__b.sql");
        migrate();
        small();
        Project project = imported();

        assertThatThrownBy(project::start)
                .hasMessageContaining("Version 2 did not run, although newer ones did, up to 3.");

        AdoptionResult result =
                project.retort().adopt(AdoptionRequest.by("alice").withVersions(List.of("2"), List.of(), List.of()));
        assertThat(result.ran()).containsExactly(idOf("2"));
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("b");
        assertThat(project.start().steps()).isEmpty();
        try (RealFlyway revertedDeployment = flyway(NEWEST)) {
            revertedDeployment.migrate();
        }
    }

    @Tag("nightly")
    @Test
    void skipsAHoleForAReason() {
        small().without("V2__b.sql").without("U2__b.sql");
        migrate();
        small();
        Project project = imported();

        AdoptionResult result = project.retort()
                .adopt(AdoptionRequest.by("alice")
                        .withVersions(List.of(), List.of("2"), List.of())
                        .withReason("made by hand"));

        assertThat(result.covered()).containsExactly(idOf("2"));
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("null");
        assertThat(project.start().steps()).isEmpty();
    }

    @Tag("nightly")
    @Test
    void fillsHolesWhereFlywayWouldHave() {
        adoption = new AdoptionSettings("flyway", null, true, true);
        small().without("V2__b.sql").without("U2__b.sql");
        migrate();
        small();

        assertThat(imported().start().steps()).isEmpty();
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("b");
    }

    @Tag("slow")
    @Test
    void aRepeatableMigrationOfAnotherTextOrPlaceholderRunsAgain() {
        files().migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration(
                        "R__f.sql",
                        "CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '${greeting}' $$");
        migrate();
        placeholders = Map.of("appSchema", "public", "greeting", "good evening");
        Project project = imported();

        assertThat(project.start().steps()).hasSize(1);
        assertThat(database.query("SELECT f()")).containsExactly("good evening");
        try (RealFlyway reverted = flyway(NEWEST)) {
            reverted.migrate();
        }
    }

    @Tag("slow")
    @Test
    void ignoresRowsThatWereDeletedAndRefusesOnesWhoseFileIsThere() {
        small();
        migrate();
        files().without("V2__b.sql").without("U2__b.sql");
        try (RealFlyway flyway = flyway(NEWEST)) {
            flyway.repair();
        }
        assertThat(headOfImport(imported())).isNotEmpty();

        deleteScripts();
        small();
        assertThatThrownBy(() -> headOfImport(imported()))
                .hasMessageContaining("The row of version 2 is marked as deleted");
    }

    @Tag("nightly")
    @Test
    void findsARenamedTableInASecondSchema() {
        small();
        try (RealFlyway flyway = flyway(NEWEST).with("table", "schema_version").with("schemas", "shop")) {
            flyway.migrate();
        }
        adoption = new AdoptionSettings("flyway", "shop.schema_version", true, false);
        Project project = imported()
                .with(settings -> settings.session(new SessionSettings("shop", null, "UTC", Duration.ZERO, "retort")));

        assertThat(project.start().steps()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM shop.retort_history WHERE operation = 'upgrade'"))
                .containsExactly("4");
    }

    @Test
    void refusesATableWithoutRowsBesideObjects() {
        small();
        migrate();
        database.execute("DELETE FROM flyway_schema_history");

        assertThatThrownBy(imported()::start).hasMessageContaining("It has no rows, but the schema has objects");
    }

    @Tag("slow")
    @Test
    void saysBeforehandWhatWouldHappen() {
        small();
        migrate();
        Project project = imported();

        AdoptionResult result =
                project.retort().adopt(AdoptionRequest.by("alice").withDryRun(true));

        assertThat(result.adopted()).hasSize(4);
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
        assertThat(project.retort()
                        .upgrade(RunRequest.by("alice", "head").withDryRun(true))
                        .steps())
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void undoesAnAdoptionAndAdoptsAgain() {
        small();
        migrate();
        Project project = imported();
        project.start();

        project.retort().undoAdoption(AdoptionRequest.by("alice"), false);
        files().migration("V4__new.sql", "CREATE TABLE d (id int);");
        migrate();

        assertThat(database.query("SELECT to_regclass('d'), (SELECT count(*) FROM alembic_version)"))
                .containsExactly("d|0");
        assertThat(database.query("SELECT count(*) FROM pg_proc WHERE proname = 'retort_adoption_guard'"))
                .containsExactly("0");
        assertThat(imported().start().steps()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM retort_history WHERE operation LIKE 'adopt%'"))
                .containsExactly("3");
    }

    @Tag("nightly")
    @Test
    void doesNotUndoAnAdoptionWithUnknownRevisions() {
        small();
        migrate();
        Project project = imported();
        project.revision("own", headOfImport(project), "CREATE TABLE own (id int);", "DROP TABLE own;");
        project.start();

        assertThatThrownBy(() -> project.retort().undoAdoption(AdoptionRequest.by("alice"), false))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("have run: own.");
        assertThat(project.retort().undoAdoption(AdoptionRequest.by("alice"), true))
                .containsExactly("own");
    }

    @Test
    void refusesToContinueWhereFlywayHasWrittenSince() {
        small();
        migrate();
        imported().start();
        database.execute("DROP TRIGGER retort_adoption_guard ON flyway_schema_history");
        files().migration("V4__new.sql", "CREATE TABLE d (id int);");
        migrate();
        files().migration("V5__newer.sql", "CREATE TABLE e (id int);");
        Project project = imported();

        assertThatThrownBy(project::start).hasMessageContaining("the rows 4 (SQL) are new");

        project.retort().adopt(AdoptionRequest.by("alice").withAgain(true));
        assertThat(project.start().steps()).hasSize(1);
        assertThat(database.query("SELECT to_regclass('d'), to_regclass('e')")).containsExactly("d|e");
    }

    @Test
    void refusesAStartWhereRowsWereDeletedOrChangedSince() {
        small();
        migrate();
        Project project = imported();
        project.start();
        database.execute(
                "ALTER TABLE flyway_schema_history DISABLE TRIGGER retort_adoption_guard",
                "DELETE FROM flyway_schema_history WHERE version = '1' OR description = 'v'",
                "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '3'");

        assertThatThrownBy(project::start)
                .hasMessageContaining("Rows of public.flyway_schema_history are not those that Retort adopted")
                .hasMessageContaining("V 1 (gone), V 3 (changed), R v (gone).")
                .hasMessageContaining("adopt --again");
        assertThat(project.retort().validate().findings())
                .extracting(one -> one.kind() + " " + one.revision() + " in " + one.source())
                .containsExactly(
                        "OLD_HISTORY V 1 (gone) in public.flyway_schema_history",
                        "OLD_HISTORY V 3 (changed) in public.flyway_schema_history",
                        "OLD_HISTORY R v (gone) in public.flyway_schema_history");
        assertThatThrownBy(
                        () -> project.retort().adopt(AdoptionRequest.by("alice").withAgain(true)))
                .hasMessageContaining("Version 3 ran with the checksum 7");
        AdoptionResult again = project.retort()
                .adopt(AdoptionRequest.by("alice").withAgain(true).withVersions(List.of(), List.of(), List.of("3")));

        assertThat(again.notes()).contains("the history has no row of version 1 any more; its revision stays applied");
        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().validate().isClean()).isTrue();
        assertThat(database.query("SELECT coalesce(version, description) FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("1", "2", "3", "v");
        assertThat(database.query("SELECT count(*) FROM alembic_version")).containsExactly("1");
    }

    @Tag("slow")
    @Test
    void comparesTheOldTableOnceInARunWithStepsAndInAStartWithout() {
        small();
        migrate();
        imported().start();
        files().migration("V4__d.sql", "CREATE TABLE d (id int);");
        Project project = imported();
        Faults withSteps = Faults.none();
        Faults atHead = Faults.none();

        assertThat(project.retortOn(withSteps.over(database.dataSource()))
                        .upgrade(RunRequest.atStartup("head"))
                        .steps())
                .hasSize(1);
        assertThat(project.retortOn(atHead.over(database.dataSource()))
                        .upgrade(RunRequest.atStartup("head"))
                        .steps())
                .isEmpty();

        String comparison = "checksum, success FROM public.flyway_schema_history";
        assertThat(withSteps.callsWith(comparison)).isOne();
        assertThat(atHead.callsWith(comparison)).isOne();
    }

    @Test
    void takesTheRowsThatRetortItselfRemovedAndWroteForItsOwn() {
        small().without("R__v.sql").migration("U3__c.sql", "DROP TABLE c;");
        migrate();
        Project project = imported();
        project.start();

        project.downgrade("-2");
        project.upgrade("head");

        assertThat(project.start().steps()).isEmpty();
        assertThat(database.query("SELECT version FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }

    @Tag("nightly")
    @Test
    void refusesToContinueWhereFlywayHasRunARepeatableMigrationSince() {
        small();
        migrate();
        imported().start();
        database.execute("DROP TRIGGER retort_adoption_guard ON flyway_schema_history");
        files().migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id, 1 AS x FROM a");
        migrate();
        small().migration("V4__new.sql", "CREATE TABLE d (id int);");

        assertThatThrownBy(imported()::start).hasMessageContaining("the rows v (SQL) are new");
    }

    @Tag("nightly")
    @Test
    void adoptsWithoutGuardAndMirrorWhereTheRoleMayOnlyReadTheTable() {
        small().without("V3__c.sql");
        migrate();
        small();
        String role = "reader_of_" + database.name();
        database.execute(
                "CREATE ROLE " + role + " LOGIN",
                "GRANT CREATE, USAGE ON SCHEMA public TO " + role,
                "GRANT SELECT ON flyway_schema_history TO " + role,
                "ALTER TABLE a OWNER TO " + role,
                "ALTER VIEW v OWNER TO " + role);
        PGSimpleDataSource asReader = new PGSimpleDataSource();
        asReader.setUrl(database.url());
        asReader.setUser(role);
        try {
            Retort retort = imported().retortOn(asReader);

            AdoptionResult result = retort.adopt(AdoptionRequest.by("alice"));
            RunResult upgraded = retort.upgrade(RunRequest.by("alice", "head"));

            assertThat(result.guarded()).isFalse();
            assertThat(upgraded.steps()).hasSize(2);
            assertThat(database.query("SELECT count(*) FROM flyway_schema_history"))
                    .containsExactly("3");
        } finally {
            database.execute("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }
}
