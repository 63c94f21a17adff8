/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.run.RunResult;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.SessionSettings;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.Project;
import dev.retort.test.RealLiquibase;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Liquibase itself has migrated the database; Retort takes it over, and old builds with Liquibase start beside it. */
class LiquibaseAdoptionTests {

    static final List<String> VERSIONS = RealLiquibase.VERSIONS;
    private static final String NEWEST = VERSIONS.get(1);

    static Stream<String> versions() {
        return Samples.every(2, 1, VERSIONS.stream());
    }

    private static final String A = "--changeset ann:a\ncreate table a (id int);\n--rollback drop table a;\n\n";
    private static final String B = "--changeset ann:b\ncreate table b (id int);\n--rollback drop table b;\n\n";
    private static final String C = "--changeset ann:c\ncreate table c (id int);\n--rollback drop table c;\n\n";
    private static final String D = "--changeset ann:d\ncreate table d (id int);\n--rollback drop table d;\n\n";

    private static URLClassLoader classes = RealLiquibase.loader(NEWEST);

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();
    private AdoptionSettings adoption = AdoptionSettings.defaults();

    @BeforeAll
    static void openClasses() {
        classes = RealLiquibase.loader(NEWEST);
    }

    @AfterAll
    static void closeClasses() throws IOException {
        classes.close();
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private LiquibaseProject files() {
        return new LiquibaseProject(folder);
    }

    private RealLiquibase liquibase(String version) {
        return new RealLiquibase(version, database, files().resources()).withParameter("greeting", "hello");
    }

    private void migrate(String version) {
        try (RealLiquibase liquibase = liquibase(version)) {
            liquibase.update();
        }
    }

    private void migrated(String... changeSets) {
        files().sql(String.join("", changeSets));
        migrate(NEWEST);
    }

    private Path scripts() {
        return folder.resolve("scripts");
    }

    private Project imported() {
        SettingMap settings = new SettingMap(Map.of("parameters.greeting", "hello"));
        ImportPlan plan = ImportPlan.of(
                "Liquibase",
                LiquibaseSeries.read(new ImportSource(folder, settings, List.of(), classes)),
                Files.exists(scripts())
                        ? ScriptLoader.load(
                                List.of("filesystem:" + scripts()), getClass().getClassLoader())
                        : List.of());
        new ImportFiles(scripts()).write(plan);
        return new Project(scripts(), database.dataSource())
                .with(settingsBuilder ->
                        settingsBuilder.adoption(adoption).onNonEmptySchema(NonEmptySchemaPolicy.ADOPT));
    }

    private Project imported(String... changeSets) {
        files().sql(String.join("", changeSets));
        return imported();
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

    private static AdoptionRequest request() {
        return AdoptionRequest.by("alice");
    }

    private static String headOfImport(Project project) {
        return project.retort().adopt(request().withDryRun(true)).rows().get(0);
    }

    private List<String> rows() {
        return database.query("SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted");
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void aStartAdoptsWhatLiquibaseHasMigratedAndRunsWhatIsPending(String version) {
        files().series();
        migrate(version);
        Project project = imported();
        project.revision("own", headOfImport(project), "CREATE TABLE own (id int);", "DROP TABLE own;");

        RunResult result = project.start();

        assertThat(result.steps()).extracting(step -> step.revision()).containsExactly("own");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("own");
        assertThat(database.query("SELECT operation, count(*) FROM retort_history GROUP BY 1 ORDER BY 1"))
                .containsExactly("adopt|1", "stamp|1", "upgrade|19");
        assertThat(database.query("SELECT count(*) FROM retort_history AS h JOIN databasechangelog AS l"
                        + " ON h.started_at = l.dateexecuted AT TIME ZONE 'UTC' WHERE h.database_user = 'liquibase'"))
                .containsExactly("18");
        assertThat(database.query("SELECT locked, lockedby FROM databasechangeloglock"))
                .containsExactly("f|null");
        assertThat(project.start().steps()).isEmpty();
        assertThat(project.retort().validate().findings()).isEmpty();
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void anOldBuildStartsBesideRetortAndIsRefusedWithSomethingNew(String version) {
        migrated(A, B, C);
        imported().start();

        migrate(version);
        files().sql(A + B + C + D);
        assertThatThrownBy(() -> migrate(version)).hasMessageContaining("This database is migrated by Retort since");
        files().sql(A + B);
        migrate(version);

        assertThat(database.query("SELECT to_regclass('d')")).containsExactly("null");
        assertThat(rows()).containsExactly("a|EXECUTED", "b|EXECUTED", "c|EXECUTED");
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void anOldBuildFindsWhatRetortAppliedAndDowngraded(String version) {
        migrated(A, B);
        Project project = imported(A, B, C);

        project.start();
        assertThat(rows()).containsExactly("a|EXECUTED", "b|EXECUTED", "c|EXECUTED");
        migrate(version);

        project.downgrade("-2");
        assertThat(rows()).containsExactly("a|EXECUTED");
        project.upgrade("head");
        assertThat(rows()).containsExactly("a|EXECUTED", "b|EXECUTED", "c|EXECUTED");
        migrate(version);
    }

    @Tag("nightly")
    @Test
    void writesTheVersionOfChecksumsThatTheOldBuildKnows() {
        migrated(A);
        Project project = imported(A, B);
        database.execute("UPDATE databasechangelog SET md5sum = '8:a46ebd1ea1d1f9d4a2bd7e4a2b9a8a2f'");

        project.retort().adopt(request().withVersions(List.of(), List.of(), List.of("a")));
        project.upgrade("head");

        assertThat(database.query("SELECT left(md5sum, 2) FROM databasechangelog"))
                .containsExactly("8:", "8:");
    }

    @Tag("nightly")
    @Test
    void leavesTheOldTableAloneWithoutMirror() {
        adoption = new AdoptionSettings(null, null, false, false);
        migrated(A);

        imported(A, B).start();

        assertThat(rows()).containsExactly("a|EXECUTED");
    }

    @Test
    void refusesAnotherChecksumUntilItIsAccepted() {
        migrated(A, B);
        Project project = imported(A, B.replace("int", "bigint"));

        assertThatThrownBy(project::start)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("The change set db/changelog/all.sql::b::ann ran with the checksum 9:");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");

        project.retort().adopt(request().withVersions(List.of(), List.of(), List.of("b")));
        assertThat(project.start().steps()).isEmpty();
    }

    @Tag("nightly")
    @Test
    void takesChecksumsThatWereClearedOrDeclaredValid() {
        migrated(A, B);
        database.execute("UPDATE databasechangelog SET md5sum = NULL WHERE id = 'a'");
        Project project = imported(A, B.replace("int", "bigint").replace(":b\n", ":b\n--validCheckSum: ANY\n"));

        assertThat(project.start().steps()).isEmpty();
    }

    @Tag("nightly")
    @Test
    void matchesFilesThatAreWrittenInAnotherWay() {
        migrated(A, B);
        database.execute("UPDATE databasechangelog SET filename = 'classpath:/' || filename");

        assertThat(imported().start().steps()).isEmpty();
    }

    @Tag("slow")
    @Test
    void runsAChangeSetAgainWhoseTextMayChange() {
        String f = "--changeset ann:f runOnChange:true\ncreate or replace view v as select 1 as x;\n\n";
        migrated(A, f);
        Project project = imported(A, f.replace("1 as x", "2 as x"));

        assertThat(project.start().steps()).hasSize(1);
        assertThat(database.query("SELECT x FROM v")).containsExactly("2");
        assertThat(rows()).containsExactly("a|EXECUTED", "f|EXECUTED");
        migrate(NEWEST);
    }

    @Tag("slow")
    @Test
    void refusesHolesUntilTheyAreResolved() {
        migrated(A, C);
        Project project = imported(A, B, C);

        assertThatThrownBy(project::start)
                .hasMessageContaining("did not run, although later ones did: db/changelog/all.sql::b::ann.");

        AdoptionResult result = project.retort().adopt(request().withVersions(List.of("b"), List.of(), List.of()));
        assertThat(result.ran()).hasSize(1);
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("b");
        assertThat(project.start().steps()).isEmpty();
        assertThat(rows()).containsExactly("a|EXECUTED", "c|EXECUTED", "b|EXECUTED");
        migrate(NEWEST);
    }

    @Tag("nightly")
    @Test
    void fillsHolesAsLiquibaseWouldHave() {
        adoption = new AdoptionSettings("liquibase", null, true, true);
        migrated(A, C);

        assertThat(imported(A, B, C).start().steps()).isEmpty();
        assertThat(database.query("SELECT to_regclass('b')")).containsExactly("b");
    }

    @Tag("nightly")
    @Test
    void toleratesWhatWasRemovedAndRefusesWhatOnlyANewerBuildHas() {
        migrated(A, B, C);
        Project project = imported(A, C);

        assertThat(project.retort().adopt(request().withDryRun(true)).notes())
                .containsExactly("db/changelog/all.sql::b::ann ran, and this build has no revision of it");

        deleteScripts();
        assertThatThrownBy(imported(A, B)::start)
                .hasMessageContaining(
                        "The change set db/changelog/all.sql::c::ann ran as one of the last, and no revision");
    }

    @Tag("slow")
    @Test
    void refusesARowThatSaysSomethingElse() {
        migrated(A);
        database.execute("UPDATE databasechangelog SET exectype = 'FAILED'");

        assertThatThrownBy(imported()::start)
                .hasMessageContaining("Its row of db/changelog/all.sql::a::ann says FAILED");
    }

    @Test
    void waitsForLiquibaseAndSaysWhoHoldsItsLock() {
        migrated(A);
        database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'pod-7', lockgranted = now()");
        Project project = imported().with(settings -> settings.waitForLock(Duration.ofMillis(1)));

        assertThatThrownBy(project::start)
                .hasMessageContaining("Liquibase holds its lock of public.databasechangeloglock; nothing was changed.")
                .hasMessageContaining("locked by pod-7 since")
                .hasMessageContaining("liquibase release-locks");
        assertThat(database.query("SELECT to_regclass('alembic_version')")).containsExactly("null");
    }

    @Tag("nightly")
    @Test
    void findsRenamedTablesInASecondSchema() {
        files().sql(A + B);
        database.execute("CREATE SCHEMA shop");
        try (RealLiquibase liquibase = liquibase(NEWEST)
                .withSchema("shop")
                .with("liquibase.databaseChangelogTableName", "changes")
                .with("liquibase.databaseChangelogLockTableName", "changes_in_use")) {
            liquibase.update();
        }
        adoption = new AdoptionSettings("liquibase", "shop.changes", true, false);
        Project project = imported()
                .with(settings -> settings.session(new SessionSettings("shop", null, "UTC", Duration.ZERO, "retort")));

        assertThat(project.start().steps()).isEmpty();
        assertThat(database.query("SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'retort_adoption_guard'"))
                .containsExactly("shop.changes_in_use");
    }

    @Tag("slow")
    @Test
    void refusesToChooseBetweenTwoTools() {
        migrated(A);
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank int, installed_on timestamp, success bool)");

        assertThatThrownBy(imported()::start)
                .hasMessageContaining("public.flyway_schema_history, public.databasechangelog.");

        adoption = new AdoptionSettings("liquibase", null, true, false);
        assertThat(imported().start().steps()).isEmpty();
    }

    @Tag("nightly")
    @Test
    void undoesAnAdoptionAndAdoptsAgain() {
        migrated(A);
        imported(A, B).start();

        imported().retort().undoAdoption(request(), false);
        migrated(A, B, C);

        assertThat(rows()).containsExactly("a|EXECUTED", "b|EXECUTED", "c|EXECUTED");
        assertThat(database.query("SELECT count(*) FROM pg_proc WHERE proname = 'retort_adoption_guard'"))
                .containsExactly("0");
        assertThat(imported().start().steps()).isEmpty();
    }

    @Tag("slow")
    @Test
    void refusesToContinueWhereLiquibaseHasWrittenSince() {
        migrated(A);
        imported().start();
        database.execute("DROP TRIGGER retort_adoption_guard ON databasechangeloglock");
        migrated(A, B);
        Project project = imported(A, B, C);

        assertThatThrownBy(project::start)
                .hasMessageContaining("the rows db/changelog/all.sql::b::ann (EXECUTED) are new");

        project.retort().adopt(request().withAgain(true));
        assertThat(project.start().steps()).hasSize(1);
        assertThat(database.query("SELECT to_regclass('b'), to_regclass('c')")).containsExactly("b|c");
    }

    @Test
    void refusesAStartWhereRowsWereDeletedOrChangedSince() {
        migrated(A, B, C);
        Project project = imported();
        project.start();
        database.execute(
                "DELETE FROM databasechangelog WHERE id = 'a'",
                "UPDATE databasechangelog SET md5sum = NULL WHERE id = 'b'");

        assertThatThrownBy(project::start)
                .hasMessageContaining("db/changelog/all.sql::a::ann (gone), db/changelog/all.sql::b::ann (changed).");

        AdoptionResult again = project.retort().adopt(request().withAgain(true));
        assertThat(again.notes())
                .contains(
                        "the history has no row of db/changelog/all.sql::a::ann any more; its revision stays applied");
        assertThat(project.start().steps()).isEmpty();
        assertThat(rows()).containsExactly("b|EXECUTED", "c|EXECUTED", "a|EXECUTED");
    }

    @Tag("nightly")
    @Test
    void refusesToContinueWhereLiquibaseHasRunAnotherTextSince() {
        String f = "--changeset ann:f runOnChange:true\ncreate or replace view v as select 1 as x;\n\n";
        migrated(A, f);
        imported().start();
        database.execute("DROP TRIGGER retort_adoption_guard ON databasechangeloglock");
        migrated(A, f.replace("1 as x", "2 as x"));
        Project project = imported(A, f, B);

        assertThatThrownBy(project::start)
                .hasMessageContaining("the rows db/changelog/all.sql::f::ann (RERAN) are new");
    }

    @Tag("nightly")
    @Test
    void adoptsWithoutGuardAndMirrorWhereTheRoleMayOnlyReadTheTables() {
        migrated(A);
        String role = "reader_of_" + database.name();
        database.execute(
                "CREATE ROLE " + role + " LOGIN",
                "GRANT CREATE, USAGE ON SCHEMA public TO " + role,
                "GRANT SELECT ON databasechangelog, databasechangeloglock TO " + role);
        PGSimpleDataSource asReader = new PGSimpleDataSource();
        asReader.setUrl(database.url());
        asReader.setUser(role);
        try {
            Retort retort = imported(A, B).retortOn(asReader);

            assertThat(retort.adopt(request()).guarded()).isFalse();
            assertThat(rows()).containsExactly("a|EXECUTED");
        } finally {
            database.execute("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }
}
