/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.FlywayProject;
import dev.retort.test.LookAlikes;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link SearchPathCommandTests}, for the commands that take a database over, where they succeed. */
class SearchPathAdoptionTests {

    private static final String PUBLIC_FIRST = "public, pg_catalog";
    private static final String DEFAULT = "\"$user\", public";

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path notes = Path.of("");

    @TempDir
    Path project = Path.of("");

    @AfterEach
    void drop() {
        database.close();
    }

    private Shell shell() throws IOException {
        return new Shell(project.toRealPath())
                .on(database)
                .with("RETORT_SCRATCH_URL", database.url())
                .with("RETORT_SCRATCH_USERNAME", database.user());
    }

    private void assertSafe(LookAlikes lookAlikes, Shell shell, List<String> lines) {
        for (String line : lines) {
            Shell.Result result = shell.run(line.split(" "));
            assertThat(lookAlikes.used()).as(line).isEmpty();
            assertThat(result.status()).as("%s %s", line, result).isZero();
        }
    }

    @Tag("slow")
    @Test
    void importAndAdoptUseNothingOfOthers() throws Exception {
        importAndAdopt(PUBLIC_FIRST);
    }

    @Tag("nightly")
    @Test
    void importAndAdoptUseNothingOfOthersUnderTheDefault() throws Exception {
        importAndAdopt(DEFAULT);
    }

    private void importAndAdopt(String searchPath) throws Exception {
        FlywayProject files = new FlywayProject(project)
                .file("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8))
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);")
                .migration("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;");
        try (RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())) {
            flyway.migrate();
        }
        files.migration("V3__c.sql", "CREATE TABLE c (id int);");
        LookAlikes lookAlikes = LookAlikes.in(database, notes).with(searchPath);

        assertSafe(
                lookAlikes,
                shell().with("RETORT_ON_NON_EMPTY_SCHEMA", "adopt"),
                List.of(
                        "import flyway --prove --history " + database.url(),
                        "adopt --dry-run",
                        "adopt",
                        "adopt --again",
                        "current --verbose",
                        "upgrade heads",
                        "adopt --undo --leave --reason test",
                        "upgrade --plan heads",
                        "upgrade heads",
                        "log --verbose"));
        assertThat(database.query("SELECT pg_catalog.count(*) FROM public.alembic_version"))
                .containsExactly("1");
    }

    @Tag("nightly")
    @Test
    void baselineUsesNothingOfOthers() throws Exception {
        baseline(PUBLIC_FIRST);
    }

    @Tag("nightly")
    @Test
    void baselineUsesNothingOfOthersUnderTheDefault() throws Exception {
        baseline(DEFAULT);
    }

    private void baseline(String searchPath) throws Exception {
        Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        database.execute(
                "CREATE SCHEMA app",
                "CREATE TABLE app.depot (id bigserial PRIMARY KEY, name varchar(80) NOT NULL UNIQUE)",
                "CREATE TABLE app.crate (id bigint GENERATED ALWAYS AS IDENTITY, depot_id bigint REFERENCES app.depot,"
                        + " kind text DEFAULT 'x' CHECK (kind <> ''))");
        LookAlikes lookAlikes = LookAlikes.in(database, notes).with(searchPath);
        Path model = Files.writeString(
                project.resolve("schema.sql"), "CREATE TABLE depot (id bigint PRIMARY KEY, name varchar(90), c int);");

        assertSafe(
                lookAlikes,
                shell().with("RETORT_SCHEMA", "app").with("RETORT_MODEL", "sql:" + model.toRealPath()),
                List.of("baseline -m base --rev-id a1", "current", "revision -m next --autogenerate"));
        assertThat(database.query("SELECT version_num FROM app.alembic_version"))
                .containsExactly("a1");
    }
}
