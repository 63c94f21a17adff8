/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RepairRequest;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.settings.TransactionMode;
import dev.retort.test.Faults;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A command, what it starts from, and what the database is once it is done: whichever JDBC call failed on the way. */
enum FaultCase {
    UPGRADE("", "c", "a,b,c"),
    UPGRADE_IN_ONE_TRANSACTION("", "c", "a,b,c"),
    DOWNGRADE("c", "a", "a"),
    STAMP("a", "c", "a"),
    AUTOCOMMIT("c", "d", "a,b,c,d");

    private static final String AUTOCOMMIT_SCRIPT = """
        -- revision: d
        -- down_revision: c

        -- migrate: upgrade
        CREATE TABLE t_d (id int);
        -- migrate: autocommit
        CREATE INDEX CONCURRENTLY ix_d ON t_d (id);
        CREATE TABLE alone (id int);
        -- migrate: transaction
        INSERT INTO t_d VALUES (1);

        -- migrate: downgrade
        DROP TABLE t_d, alone;
        """;

    private final String start;
    private final String rows;
    private final String tables;

    FaultCase(String start, String rows, String tables) {
        this.start = start;
        this.rows = rows;
        this.tables = tables;
    }

    private void run(Retort retort) {
        RunRequest request = RunRequest.by("alice", rows);
        switch (this) {
            case DOWNGRADE -> retort.downgrade(request);
            case STAMP -> retort.stamp(request);
            default -> retort.upgrade(request);
        }
    }

    private Project project(Path folder, TestDatabase database) {
        Project project = new Project(folder, database.dataSource()).chain("a", "b", "c");
        if (this == AUTOCOMMIT) {
            project.script("d", AUTOCOMMIT_SCRIPT);
        }
        return project.with(settings -> settings.transaction(
                        this == UPGRADE_IN_ONE_TRANSACTION ? TransactionMode.ALL : TransactionMode.PER_REVISION)
                .waitForLock(Duration.ofMinutes(1)));
    }

    /** {@return how many JDBC calls the command makes} */
    int count(Path folder, TestDatabase database) {
        Project project = begin(folder, database);
        Faults faults = Faults.none();
        run(project.retortOn(faults.over(database.dataSource())));
        return faults.calls();
    }

    private Project begin(Path folder, TestDatabase database) {
        database.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid()",
                "DROP SCHEMA public CASCADE",
                "CREATE SCHEMA public");
        Project project = project(folder, database);
        if (!start.isEmpty()) {
            project.upgrade(start);
        }
        return project;
    }

    /** Has one call fail, then runs the command with sound connections, and looks whether all is as if nothing had been. */
    void failAndConverge(Path folder, TestDatabase database, Faults faults) {
        Project project = begin(folder, database);
        try {
            run(project.retortOn(faults.over(database.dataSource())));
        } catch (RetortException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
        finish(project, database);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly(rows);
        assertThat(database.query("SELECT string_agg(substr(tablename, 3), ',' ORDER BY tablename) FROM pg_tables"
                        + " WHERE tablename LIKE 't\\__'"))
                .containsExactly(tables);
        assertThat(database.query("SELECT revision, operation FROM retort_history WHERE outcome = 'succeeded'"
                        + " AND operation IN ('upgrade', 'downgrade', 'stamp') GROUP BY 1, 2 HAVING count(*) > 1"))
                .isEmpty();
        assertThat(database.query("SELECT count(*) FROM retort_progress")).containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .containsExactly("0");
        if (this == AUTOCOMMIT) {
            assertThat(database.query("SELECT id FROM t_d")).containsExactly("1");
            assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_d'::regclass"))
                    .containsExactly("t");
        }
    }

    /** A statement in doubt is settled by what the database shows, as an operator would. */
    private void finish(Project project, TestDatabase database) {
        try {
            run(project.retort());
        } catch (PartialRevisionException e) {
            boolean done = database.query("SELECT to_regclass('alone')").equals(List.of("alone"));
            project.retort()
                    .repair(new RepairRequest(
                            "d",
                            done ? RepairRequest.Statement.DONE : RepairRequest.Statement.AGAIN,
                            Requester.operator("alice"),
                            null));
            run(project.retort());
        }
    }
}
