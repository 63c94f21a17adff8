/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.run.RunRequest;
import dev.retort.testing.MigratedDatabase;
import dev.retort.testing.Migrations;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase
@Migrations(locations = "classpath:migrations/shop")
class CustomerTests {

    @Test
    void aCustomerHasANumber(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);

        jdbc.sql("INSERT INTO customer (name) VALUES ('Ada')").update();

        assertThat(jdbc.sql("SELECT id FROM customer").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void firstNamesAreForgotten(
            @MigratedDatabase(target = "c1") DataSource database, @MigratedDatabase(target = "c1") Retort retort) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("INSERT INTO customer (name) VALUES ('Ada Lovelace')").update();

        retort.upgrade(RunRequest.by(null, "d1"));

        assertThat(jdbc.sql("SELECT name FROM customer").query(String.class).single())
                .isEqualTo("Lovelace");
    }
}
