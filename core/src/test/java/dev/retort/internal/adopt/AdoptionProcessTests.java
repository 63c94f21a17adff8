/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.flyway.FlywaySeries;
import dev.retort.test.FlywayProject;
import dev.retort.test.RealFlyway;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real processes that adopt one database: at once, and killed with SIGKILL. */
class AdoptionProcessTests extends AdoptionProcessTestCase {

    /** Flyway's key of its table, as a session sees it that holds it. */
    private static final String FLYWAY_KEY = String.valueOf((0x46L << 40)
            + (0x6CL << 32)
            + (0x79L << 24)
            + (0x77L << 16)
            + (0x61L << 8)
            + 0x79L
            + "\"public\".\"flyway_schema_history\"".hashCode());

    @Override
    void migrate() {
        FlywayProject files = new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);");
        try (RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())) {
            flyway.migrate();
        }
        files.migration("V3__c.sql", "CREATE TABLE c (id int);\nSELECT pg_sleep(2);");
        new ImportFiles(scripts())
                .write(ImportPlan.of(
                        "Flyway", FlywaySeries.read(folder, new SettingMap(Map.of()), List.of()), List.of()));
    }

    @Tag("nightly")
    @Test
    void eightInstancesThatStartAtOnceAdoptOnce() throws Exception {
        startAllAtOnce();

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
        assertThat(database.query("SELECT version FROM flyway_schema_history ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }

    @Tag("nightly")
    @Test
    void leavesNothingWhenKilledWhileItWaitsForFlyway() throws Exception {
        try (Connection flyway = database.connect()) {
            flyway.createStatement().execute("SELECT pg_advisory_lock(" + FLYWAY_KEY + ")");
            Process instance = instance();
            awaitSession("query LIKE 'SELECT pg_catalog.pg_try_advisory_lock($1)%'");
            instance.destroyForcibly().waitFor();
        }

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history')"))
                .containsExactly("null|null");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }

    @Tag("slow")
    @Test
    void leavesNothingWhenKilledInTheMiddleOfTheAdoption() throws Exception {
        killInTheMiddle("flyway_schema_history");

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history')"))
                .containsExactly("null|null");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }

    @Tag("nightly")
    @Test
    void isAdoptedWhenKilledInTheFirstRevisionAfterwards() throws Exception {
        Process instance = instance();
        awaitSession("state = 'active' AND query LIKE 'SELECT pg_sleep(2)%'");
        instance.destroyForcibly().waitFor();

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|2");
        assertThat(database.query("SELECT to_regclass('c'), (SELECT count(*) FROM flyway_schema_history)"))
                .containsExactly("null|2");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }
}
