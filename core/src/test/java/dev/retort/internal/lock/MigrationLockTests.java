/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.event.LockWait;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.settings.SessionSettings;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MigrationLockTests {

    private static final LockKey KEY = LockKey.of("public", "alembic_version");

    @Test
    void saysEveryTenSecondsWhoHoldsTheLock() throws SQLException {
        AtomicLong clock = new AtomicLong();
        List<LockWait> waits = new ArrayList<>();
        try (TestDatabase database = TestDatabase.create();
                Connection holder = database.connect();
                MigrationConnection waiter =
                        ConnectionSource.withoutRetries(database.dataSource()).open()) {
            holder.createStatement().execute("SET application_name = 'the other one'");
            holder.createStatement().execute("SELECT pg_advisory_lock(" + KEY.namespace() + ", " + KEY.number() + ")");
            waiter.prepareSession(SessionSettings.defaults());
            Duration end = Duration.ofSeconds(33);
            MigrationLock lock = new MigrationLock(
                    waiter,
                    KEY,
                    wait -> {
                        if (clock.addAndGet(wait.toNanos()) > end.toNanos()) {
                            release(holder);
                        }
                    },
                    clock::get,
                    (waited, session) -> waits.add(new LockWait(waited, session)));

            lock.acquire(null);

            assertThat(lock.isHeld()).isTrue();
        }
        List<Long> seconds =
                waits.stream().map(wait -> wait.waited().toSeconds()).toList();
        assertThat(seconds).startsWith(0L).hasSizeBetween(3, 4);
        for (int i = 1; i < seconds.size(); i++) {
            // Up to two seconds pass between two attempts, at random.
            assertThat(seconds.get(i) - seconds.get(i - 1)).as("%s", seconds).isBetween(9L, 13L);
        }
        assertThat(waits)
                .allSatisfy(wait -> assertThat(wait.toString())
                        .startsWith("Waiting for the migration lock for ")
                        .contains("the other one"));
    }

    private static void release(Connection holder) {
        // closing the connection would end the session some time later
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
