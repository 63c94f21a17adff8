/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.StartMode;
import dev.retort.boot.actuate.status.MigrationStatuses;
import dev.retort.boot.actuate.status.MigrationStatuses.Reading;
import dev.retort.boot.actuate.status.MigrationsHealthIndicator;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class MigrationStatusesTests {

    private final TestDatabase database = TestDatabase.create();
    private final AtomicInteger connections = new AtomicInteger();
    private final Retort retort = retort(new DelegatingDataSource(database.dataSource()) {
        @Override
        public Connection getConnection() throws SQLException {
            connections.incrementAndGet();
            return super.getConnection();
        }
    });
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final MigrationStatuses statuses = new MigrationStatuses(() -> now, Duration.ofSeconds(5));

    @AfterEach
    void drop() {
        database.close();
    }

    private static Retort retort(DataSource dataSource) {
        return new Retort(
                RetortSettings.builder()
                        .locations(List.of("classpath:actuate/migrations"))
                        .build(),
                dataSource,
                MigrationStatusesTests.class.getClassLoader(),
                List.of());
    }

    @Test
    void readsOnceWhileTheReadingIsFresh() {
        Reading first = statuses.of(retort);
        now = now.plusMillis(4999);

        assertThat(statuses.of(retort)).isSameAs(first);
        assertThat(connections).hasValue(1);
    }

    @Test
    void readsAgainWhenItIsStale() {
        statuses.of(retort);
        now = now.plusSeconds(5);
        statuses.of(retort);

        assertThat(connections).hasValue(2);
    }

    @Test
    void readsAgainWhenTheClockWasSetBack() {
        statuses.of(retort);
        now = now.minusSeconds(3600);
        statuses.of(retort);

        assertThat(connections).hasValue(2);
    }

    @Test
    void readsAgainAfterAChange() {
        statuses.of(retort);
        statuses.forget(retort);
        statuses.of(retort);

        assertThat(connections).hasValue(2);
    }

    @Test
    void isUpWithPendingRevisions() {
        Health health = new MigrationsHealthIndicator(statuses, retort).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("pending", 3).containsEntry("upToDate", false);
    }

    @Test
    void namesChangedScripts() {
        retort.start(StartMode.UPGRADE);
        database.execute("CREATE TABLE copied AS SELECT * FROM retort_history");
        database.execute("UPDATE retort_history SET checksum = repeat('0', 64) WHERE revision = 'bbbb00000002'");

        Health health = new MigrationsHealthIndicator(statuses, retort).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("changed", List.of("bbbb00000002"));
    }

    @Test
    void isDownWithTheReasonWhenTheDatabaseDoesNotAnswer() {
        Retort unreachable = retort(new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("no way to jdbc:postgresql://db/app?password=s3cret", "08001");
            }
        });

        Health health = new MigrationsHealthIndicator(statuses, unreachable).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("error", "The connection failed or the database refused a statement (SQLSTATE 08001).");
    }
}
