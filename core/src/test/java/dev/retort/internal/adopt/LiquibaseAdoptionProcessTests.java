/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.RealLiquibase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real processes that adopt one database of Liquibase: at once, beside a running Liquibase, and killed with SIGKILL. */
class LiquibaseAdoptionProcessTests extends AdoptionProcessTestCase {

    private static final String AB =
            "--changeset a:1\ncreate table a (id int);\n--changeset a:2\ncreate table b (id int);\n";
    private static final String SLOW = "--changeset a:3\ncreate table c (id int);\nselect pg_sleep(2);\n";

    private RealLiquibase liquibase() {
        return new RealLiquibase(RealLiquibase.VERSIONS.get(1), database, new LiquibaseProject(folder).resources());
    }

    @Override
    void migrate() {
        LiquibaseProject files = new LiquibaseProject(folder).sql(AB);
        try (RealLiquibase liquibase = liquibase()) {
            liquibase.update();
            files.sql(AB + SLOW);
            new ImportFiles(scripts())
                    .write(ImportPlan.of(
                            "Liquibase",
                            LiquibaseSeries.read(
                                    new ImportSource(folder, new SettingMap(Map.of()), List.of(), liquibase.classes())),
                            List.of()));
        }
    }

    private List<String> rows() {
        return database.query("SELECT id, liquibase = 'Retort' FROM databasechangelog ORDER BY orderexecuted");
    }

    @Tag("nightly")
    @Test
    void eightInstancesThatStartAtOnceAdoptOnce() throws Exception {
        startAllAtOnce();

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
        assertThat(rows()).containsExactly("1|f", "2|f", "3|t");
    }

    @Tag("nightly")
    @Test
    void waitsForALiquibaseThatMigratesAndAdoptsWhatItDid() throws Exception {
        try (RealLiquibase old = liquibase()) {
            CompletableFuture<Void> update = CompletableFuture.runAsync(old::update);
            awaitLock(update);

            awaitSuccess(instance());
            update.get(2, TimeUnit.MINUTES);
        }

        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
        assertThat(rows()).containsExactly("1|f", "2|f", "3|f");
    }

    /** A busy machine may look only after the run of Liquibase, which holds its lock for two seconds. */
    private void awaitLock(CompletableFuture<Void> update) {
        await("SELECT 1 FROM databasechangeloglock WHERE locked"
                + " UNION ALL SELECT 1 FROM databasechangelog WHERE id = '3'");
        assertThat(update)
                .as("Liquibase ended before an instance could meet its lock")
                .isNotDone();
    }

    @Tag("nightly")
    @Test
    void leavesNothingWhenKilledInTheMiddleOfTheAdoption() throws Exception {
        killInTheMiddle("databasechangeloglock");

        assertThat(database.query("SELECT to_regclass('alembic_version'), to_regclass('retort_history'),"
                        + " (SELECT locked FROM databasechangeloglock)"))
                .containsExactly("null|null|f");
        finish();
        assertThat(adoptedRows()).containsExactly("adopt|succeeded|1", "upgrade|succeeded|3");
    }
}
