/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import dev.retort.event.StepEvent;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares a model with the revisions without their database. */
class ReplayTests {

    private static final String CUSTOMER = "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);\n";

    private final TestDatabase given = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        Files.writeString(project.resolve("schema.sql"), CUSTOMER);
    }

    @AfterEach
    void drop() {
        given.close();
    }

    /** Uses only its own server; the database of the settings does not exist. */
    private Shell shell() {
        return new Shell(project)
                .with("RETORT_URL", "jdbc:postgresql://localhost:1/nowhere")
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_MODEL", "sql:" + project.resolve("schema.sql"));
    }

    private Shell onGivenServer() {
        return shell().with("RETORT_SCRATCH_URL", given.url()).with("RETORT_SCRATCH_USERNAME", given.user());
    }

    private void revision(String id, String statements) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n\n-- migrate: upgrade\n" + statements + "\n-- migrate: downgrade\n"
                        + "-- migrate: irreversible test\n");
    }

    private List<String> orphan() {
        return given.query("SELECT datname FROM pg_database WHERE datname LIKE 'retort_scratch_%' AND obj_description("
                + "oid, 'pg_database') IS NULL AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')");
    }

    @Test
    void findsWhatNoRevisionDoesAndNothingOnceOneDoes() {
        Shell.Result different = onGivenServer().run("check", "--replay");
        Shell.Result generated =
                onGivenServer().run("revision", "--autogenerate", "--replay", "-m", "x", "--rev-id", "a1");
        Shell.Result same = onGivenServer().run("check", "--replay", "--json");

        assertThat(different.status()).as(different.err()).isEqualTo(1);
        assertThat(different.out()).contains("Detected: create table public.customer");
        assertThat(generated.status()).as(generated.err()).isZero();
        assertThat(folder.resolve("a1_x.sql")).content().contains("CREATE TABLE customer (");
        assertThat(same.status()).as(same.err()).isZero();
        assertThat(same.out()).contains("\"upToDate\" : true");
    }

    @Test
    void leavesNothingOnTheServerForTryingThings() throws IOException {
        revision("a1", CUSTOMER);

        Shell.Result result = onGivenServer().run("check", "--replay");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(given.query("SELECT to_regclass('customer') IS NULL")).containsExactly("t");
        assertThat(orphan()).isEmpty();
    }

    @Test
    void usesTheDatabaseItselfWhereNoneMayBeMadeBesideIt() throws IOException {
        String role = given.name() + "_plain";
        given.execute("CREATE ROLE " + role + " LOGIN", "ALTER DATABASE " + given.name() + " OWNER TO " + role);
        given.execute("GRANT ALL ON SCHEMA public TO " + role);
        revision("a1", CUSTOMER + "CREATE TABLE more (id int);\n");

        Shell.Result result =
                onGivenServer().with("RETORT_SCRATCH_USERNAME", role).run("check", "--replay", "--drop-unknown");

        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).contains("Detected: drop table public.more").doesNotContain("customer");
        assertThat(given.query("SELECT nspname FROM pg_namespace WHERE nspname = 'retort_scratch'"))
                .isEmpty();
        given.execute(
                "REASSIGN OWNED BY " + role + " TO " + given.user(), "DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    @Test
    void needsNeitherTheRoleOfMigrationsNorTheSchemaOfItsTables() throws IOException {
        revision("a1", CUSTOMER);

        Shell.Result result = onGivenServer()
                .with("RETORT_ROLE", "missing_role")
                .with("RETORT_VERSION_TABLE_SCHEMA", "ops")
                .with("RETORT_VERSION_TABLE", "versions")
                .run("check", "--replay");

        assertThat(result.out()).isEqualTo("No new upgrade operations detected.\n");
    }

    @Tag("slow")
    @Test
    void createsRolesOnItsOwnServer() throws IOException {
        revision("a1", CUSTOMER + "CREATE ROLE own_role;\nGRANT SELECT ON customer TO own_role, \"Report Reader\";\n");
        Files.writeString(
                project.resolve("schema.sql"), CUSTOMER + "GRANT SELECT ON customer TO own_role, \"Report Reader\";\n");

        Shell.Result result = shell().run("check", "--replay");

        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void refusesWhatReachesBeyondTheScratchDatabaseOnAServerOfOthers() throws IOException {
        revision("a1", CUSTOMER + "CREATE ROLE own_role;\n");

        Shell.Result result = onGivenServer().run("check", "--replay");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("The revisions cannot be replayed on the server of retort.scratch-url.")
                .contains("a1.sql:5: CREATE ROLE is refused")
                .contains("Nothing was run.")
                .contains("embedded");
        assertThat(given.query("SELECT rolname FROM pg_roles WHERE rolname = 'own_role'"))
                .isEmpty();
    }

    @Test
    void reportsWhichRoleAServerOfOthersLacks() throws IOException {
        revision("a1", CUSTOMER + "GRANT SELECT ON customer TO missing_role;\n");

        Shell.Result result = onGivenServer().run("check", "--replay");

        assertThat(result.err())
                .contains("The revisions cannot be replayed in the scratch database retort_scratch_")
                .contains("role \"missing_role\" does not exist")
                .contains("Create the role on the server of retort.scratch-url");
    }

    @Test
    void reportsWhichStatementFailsAndWhatMayBeMissing() throws IOException {
        revision("a1", "CREATE TABLE customer (name made_by_hand);\n");

        Shell.Result result = onGivenServer().run("check", "--replay");

        assertThat(result.err())
                .contains("a1.sql")
                .contains("type \"made_by_hand\" does not exist")
                .contains("If no revision creates the missing object, add one that does.");
        assertThat(orphan()).isEmpty();
    }

    @Test
    void reportsWhichExtensionTheServerLacks() throws IOException {
        revision("a1", "CREATE EXTENSION not_installed_here;\n");

        assertThat(onGivenServer().run("check", "--replay").err())
                .contains("not_installed_here")
                .contains("install it on the scratch server");
    }

    @Test
    void hasTheSchemasOfTheDatabaseOfItsUrl() throws IOException {
        given.execute("CREATE SCHEMA made_by_hand");
        revision("a1", "CREATE TABLE made_by_hand.customer (id int);\n");
        Files.writeString(project.resolve("schema.sql"), "CREATE TABLE made_by_hand.customer (id int);\n");

        Shell.Result result = onGivenServer().run("check", "--replay");

        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void reportsThatItIsAnOptionOfAutogenerate() {
        Shell.Result result = shell().run("revision", "-m", "x", "--replay");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--replay").contains("require --autogenerate");
    }

    @Test
    void callsNoListener() throws IOException {
        revision("a1", CUSTOMER);
        List<String> heard = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void beforeRun(RunEvent run) {
                heard.add("run");
            }

            @Override
            public void beforeStep(StepEvent step) {
                heard.add("step");
            }
        };
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .scratch(new ScratchSettings(given.url(), given.user(), null))
                .build();
        Retort retort = new Retort(
                settings, TestDatabase.none().dataSource(), ReplayTests.class.getClassLoader(), List.of(listener));

        ModelComparison found = retort.authoring()
                .replay(
                        new SchemaModels(List.of()).choose("sql:" + project.resolve("schema.sql")),
                        ComparisonRequest.of(AutogenerateSettings.defaults()),
                        List.of());

        assertThat(found.difference().isEmpty()).isTrue();
        assertThat(heard).isEmpty();
    }
}
