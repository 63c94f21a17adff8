/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.StartMode;
import dev.retort.internal.history.SharedTablesException;
import dev.retort.run.NonEmptySchemaException;
import dev.retort.run.RunRequest;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TableNames;
import dev.retort.status.HistoryEntry;
import dev.retort.test.Project;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Version rows are those of one schema, and a history that of one version table. */
class SharedTablesTests extends RunTestCase {

    private static final TableNames META =
            new TableNames("meta", "alembic_version", "retort_history", "retort_script", "retort_progress");
    private static final TableNames OWN =
            new TableNames(null, "billing_version", "billing_history", "billing_script", "billing_progress");

    @BeforeEach
    void createSchemas() {
        database.execute("CREATE SCHEMA one", "CREATE SCHEMA two", "CREATE SCHEMA meta");
        project.chain("a", "b");
    }

    private Project in(String schema, TableNames tables) {
        return new Project(folder, database.dataSource())
                .with(settings -> settings.tables(tables)
                        .session(new SessionSettings(schema, null, "UTC", Duration.ZERO, "retort")));
    }

    @Test
    void refusesASecondSchemaAtTheVersionRowsOfTheFirst() {
        in("one", META).start();
        Project second = in("two", META);

        assertThatThrownBy(second::start)
                .isInstanceOf(SharedTablesException.class)
                .hasMessageContaining("belong to schema one, and this run migrates schema two")
                .hasMessageContaining("retort.version-table");
        assertThatThrownBy(() -> second.retort().start(StartMode.VALIDATE)).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.upgrade("head")).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.downgrade("base")).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.retort().status()).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.retort().validate()).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.retort().log(5, null)).isInstanceOf(SharedTablesException.class);
        assertThat(in("one", META).start().steps()).isEmpty();
        assertThat(database.query("SELECT to_regclass('one.t_b'), to_regclass('two.t_b')"))
                .containsExactly("one.t_b|null");
    }

    @ParameterizedTest
    @EnumSource(Psql.class)
    void refusesItInAScriptToo(Psql psql) {
        in("one", META).start();
        project.chain("a", "b", "c");

        String script = in("two", META).retort().offline().upgrade(RunRequest.by("alice", "b:c"));

        assertThat(psql.run(script, database, folder)).contains("belong to another schema than two");
        assertThat(database.query("SELECT to_regclass('two.t_c')")).containsExactly("null");
        String own = in("one", META).retort().offline().upgrade(RunRequest.by("alice", "b:c"));
        assertThat(psql.run(own, database, folder)).isNull();
        assertThat(in("one", META).start().steps()).isEmpty();
    }

    @Test
    void continuesWhenTheSchemaWasRenamed() {
        in("one", META).start();
        database.execute("ALTER SCHEMA one RENAME TO renamed");
        project.chain("a", "b", "c");

        assertThat(in("renamed", META).start().after()).containsExactly("c");
        assertThatThrownBy(() -> in("two", META).start()).isInstanceOf(SharedTablesException.class);
    }

    @Test
    void aStampTakesTheRowsOver() {
        in("one", META).start();
        database.execute("ALTER TABLE one.t_a SET SCHEMA two", "ALTER TABLE one.t_b SET SCHEMA two");

        in("two", META).stamp("b");

        project.chain("a", "b", "c");
        assertThat(in("two", META).start().after()).containsExactly("c");
        assertThatThrownBy(() -> in("one", META).start()).isInstanceOf(SharedTablesException.class);
    }

    @Test
    void takesAHistoryOfABuildThatDidNotRecordIt() {
        in("one", META).start();
        database.execute("ALTER TABLE meta.retort_history DROP COLUMN scripts_schema, DROP COLUMN version_table");

        assertThat(in("one", META).start().steps()).isEmpty();
        assertThat(in("one", META).retort().log(5, null)).hasSize(2);
        project.chain("a", "b", "c");
        assertThat(in("one", META).start().after()).containsExactly("c");

        assertThat(database.query(
                        "SELECT revision, scripts_schema, version_table FROM meta.retort_history ORDER BY id"))
                .containsExactly("a|null|null", "b|null|null", "c|one|alembic_version");
    }

    @Test
    void keepsTwoHistoriesInOneSchema(@org.junit.jupiter.api.io.TempDir java.nio.file.Path other) {
        project.start();
        Project billing = new Project(other, database.dataSource())
                .with(settings -> settings.tables(OWN))
                .revision("x", null, "CREATE TABLE t_x ();", "DROP TABLE t_x;");

        assertThatThrownBy(billing::start).isInstanceOf(NonEmptySchemaException.class);
        billing.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.RUN))
                .start();

        assertThat(billing.retort().log(5, null))
                .extracting(HistoryEntry::revision)
                .containsExactly("x");
        assertThat(project.retort().log(5, null))
                .extracting(HistoryEntry::revision)
                .containsExactly("b", "a");
        billing.downgrade("base");
        assertThat(project.start().held()).isFalse();
        assertThat(billing.start().held()).isTrue();
        assertThat(database.query("SELECT conname FROM pg_constraint WHERE conrelid IN ('billing_version'::regclass,"
                        + " 'alembic_version'::regclass) AND contype = 'p' ORDER BY 1"))
                .isEqualTo(List.of("alembic_version_pkc", "billing_version_pkc"));
    }

    @Test
    void refusesASecondVersionTableWithTheHistoryOfTheFirst() {
        project.start();
        TableNames names = TableNames.defaults();
        Project second = project.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.RUN)
                .tables(new TableNames(null, "billing_version", names.history(), names.script(), names.progress())));

        assertThatThrownBy(second::start)
                .isInstanceOf(SharedTablesException.class)
                .hasMessageContaining("belongs to the version table alembic_version, not to billing_version")
                .hasMessageContaining("retort.history-table");
        assertThatThrownBy(() -> second.stamp("b")).isInstanceOf(SharedTablesException.class);
        assertThatThrownBy(() -> second.retort().log(5, null)).isInstanceOf(SharedTablesException.class);
    }
}
