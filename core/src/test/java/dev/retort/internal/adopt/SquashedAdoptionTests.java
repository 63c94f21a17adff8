/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.adoption.AdoptionRequest;
import dev.retort.internal.imports.flyway.FlywayChecksum;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.squash.SquashRange;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.FlywayProject;
import dev.retort.test.Project;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Revisions v1 to v4 that were imported from Flyway, of which the build after a squash has v2, v3 and v4 as one; and databases
 * that Flyway has migrated.
 */
@Tag("slow")
class SquashedAdoptionTests {

    private static final String HISTORY =
            "SELECT concat_ws(' ', operation, revision, down_revisions, rows_before, rows_after, checksum, description)"
                    + " FROM retort_history WHERE operation = 'upgrade' AND revision <> 'v4' AND id > %s ORDER BY id";

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    private Project before = new Project(folder, database.dataSource());
    private Project after = before;

    @BeforeEach
    void makeBuilds() throws IOException {
        before = chain("before", 1, 2, 3, 4);
        SquashRange range = SquashRange.of(Revisions.of(before.retort().scripts()), "v2:v4");
        StringBuilder keys = new StringBuilder();
        range.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        after = chain("after", 1)
                .script(
                        "v4",
                        "-- revision: v4\n-- down_revision: v1\n-- message: squashed\n" + keys
                                + "\n-- migrate: upgrade\nCREATE TABLE t2 (); CREATE TABLE t3 (); CREATE TABLE t4 ();"
                                + "\n-- migrate: downgrade\nDROP TABLE t2, t3, t4;\n");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Project chain(String name, int... versions) throws IOException {
        Project build = new Project(Files.createDirectories(folder.resolve(name)), database.dataSource());
        for (int version : versions) {
            String text = "CREATE TABLE t" + version + " ();";
            new FlywayProject(folder).migration("V" + version + "__make_" + version + ".sql", text);
            build.script(
                    "v" + version,
                    "-- revision: v" + version + "\n-- down_revision: " + (version == 1 ? "" : "v" + (version - 1))
                            + "\n-- message: make " + version + "\n-- imported_from: flyway V \"" + version + "\" "
                            + FlywayChecksum.of(text) + "\n\n-- migrate: upgrade\n" + text
                            + "\n-- migrate: downgrade\nDROP TABLE t" + version + ";\n");
        }
        return build.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.ADOPT));
    }

    private void flyway(String target) {
        try (RealFlyway flyway =
                new RealFlyway(RealFlyway.VERSIONS.get(1), database, new FlywayProject(folder).migrations())) {
            flyway.with("target", target)
                    .with("postgresql.transactional.lock", "false")
                    .migrate();
        }
    }

    private List<String> flywayRows() {
        return database.query("SELECT concat_ws(' ', version, description, type, checksum IS NOT NULL)"
                + " FROM flyway_schema_history ORDER BY installed_rank");
    }

    @Test
    void aDatabaseWithTheWholeRangeIsAdoptedWithTheHistoryOfTheReplacedRevisions() {
        flyway("latest");
        assertThat(before.start().steps()).isEmpty();
        List<String> history = database.query(HISTORY.formatted(0));
        before.retort().undoAdoption(AdoptionRequest.by("alice"), false);
        String undone = database.query("SELECT max(id) FROM retort_history").get(0);

        assertThat(after.start().after()).containsExactly("v4");

        assertThat(database.query(HISTORY.formatted(undone))).isEqualTo(history).hasSize(3);
        assertThat(database.query("SELECT count(*) FROM retort_history AS h JOIN flyway_schema_history AS f"
                        + " ON h.revision = 'v' || f.version AND h.started_at + make_interval(secs => h.duration_ms /"
                        + " 1000.0) = f.installed_on AT TIME ZONE 'UTC' WHERE h.id > " + undone))
                .containsExactly("4");
        assertThat(after.retort().validate().findings()).isEmpty();
        assertThat(before.start().steps()).isEmpty();
        assertThat(before.retort().validate().findings()).isEmpty();
        assertThat(after.downgrade("v1").after()).containsExactly("v1");
        assertThat(flywayRows()).containsExactly("1 make 1 SQL t");
    }

    @Test
    void aDatabaseBeforeTheRangeRunsTheSquashedRevisionAndFlywayFindsItsMigrations() {
        flyway("1");

        assertThat(after.start().after()).containsExactly("v4");

        assertThat(flywayRows())
                .containsExactly("1 make 1 SQL t", "2 make 2 SQL t", "3 make 3 SQL t", "4 make 4 SQL t");
        flyway("latest");
        assertThat(before.start().steps()).isEmpty();
    }

    @Test
    void aDatabaseInsideTheRangeIsRefused() {
        flyway("3");

        assertThatThrownBy(after::start)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining(
                        "The database is inside the squashed revision v4: it has 2, 3 and lacks 4."
                                + " Run these with flyway, or adopt the database with a release from before the squash, first.");

        flyway("4");
        assertThat(after.start().after()).containsExactly("v4");
    }

    @Test
    void aDatabaseThatABuildFromBeforeTheSquashAdoptedAndMigratedStays() {
        flyway("2");
        assertThat(before.start().steps()).hasSize(2);

        assertThat(after.start().steps()).isEmpty();
        assertThat(after.retort().validate().findings()).isEmpty();
        after.retort().undoAdoption(AdoptionRequest.by("alice"), false);
        flyway("latest");
        assertThat(after.start().after()).containsExactly("v4");
    }
}
