/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** Migrations through pools as in applications, which leave the pools unchanged. */
class PoolTests {

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.user());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void migratesThroughAPoolWithoutAutoCommit() {
        runner.withPropertyValues("spring.datasource.hikari.auto-commit=false").run(context -> {
            assertThat(context).hasNotFailed();
            assertMigrated();
            try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
        });
    }

    @Test
    void migratesThroughAPoolOfOneConnection() {
        runner.withPropertyValues(
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=1000")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertMigrated();
                });
    }

    @Test
    void migratesThroughLazyConnections() {
        runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(DataSource.class)).isInstanceOf(LazyConnectionDataSourceProxy.class);
            assertMigrated();
        });
    }

    @Test
    void givesThePoolItsConnectionBackAsItWas() {
        runner.withPropertyValues(
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-init-sql=SET lock_timeout = '7s'",
                        "retort.time-zone=Asia/Tokyo",
                        "retort.statement-timeout=1h",
                        "spring.datasource.hikari.connection-timeout=1000")
                .run(context -> {
                    DataSource pool = context.getBean(HikariDataSource.class);
                    assertThat(show(pool, "lock_timeout", "statement_timeout")).containsExactly("7s", "0");
                    assertThat(show(pool, "TimeZone")).doesNotContain("Asia/Tokyo");
                    assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                            .containsExactly("0");
                });
    }

    private void assertMigrated() {
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("3f9c2a7b1d04");
    }

    private static List<String> show(DataSource pool, String... settings) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
                    rows.next();
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
