/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.event.MigrationListener;
import dev.retort.event.StatementProgress;
import dev.retort.status.RunInProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunInProgressTests extends RunTestCase {

    @Test
    void isNoneBeforeAndAfterARun() {
        project.chain("a");
        assertThat(project.retort().running()).isEmpty();
        project.start();
        assertThat(project.retort().running()).isEmpty();
    }

    @Test
    void isSeenWithItsStatementAndTheSessionThatBlocksIt() throws Exception {
        project.chain("a").start();
        project.revision("b", "a", "ALTER TABLE t_a ADD COLUMN name text;", "ALTER TABLE t_a DROP COLUMN name;");
        AtomicReference<Optional<RunInProgress>> seen = new AtomicReference<>(Optional.empty());
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            statement.execute("SET application_name = 'night report'");
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t_a IN ACCESS SHARE MODE");
            project.with(new MigrationListener() {
                @Override
                public void whileRunning(StatementProgress progress) {
                    // Between two attempts for the lock, the run has no statement and nothing blocks it.
                    Optional<RunInProgress> run = project.retort().running();
                    if (Objects.requireNonNull(seen.get()).isEmpty()
                            && run.filter(one -> !one.blockedBy().isEmpty()).isPresent()) {
                        seen.set(run);
                        commit(blocker);
                    }
                }
            });
            project.start();
        }
        assertThat(seen.get()).hasValueSatisfying(run -> {
            assertThat(run.statement()).isEqualTo("ALTER TABLE t_a ADD COLUMN name text");
            assertThat(run.session()).contains("retort");
            assertThat(run.openFor()).isNotNull();
            assertThat(run.blockedBy()).singleElement().asString().contains("night report");
        });
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
