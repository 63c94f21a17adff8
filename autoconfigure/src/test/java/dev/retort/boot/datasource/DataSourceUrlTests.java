/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DataSourceUrlTests {

    @ParameterizedTest
    @CsvSource({
        "postgres://u:s3cret@host/db, jdbc:postgresql://host:5432/db",
        "postgresql://host:1/db?sslmode=require, jdbc:postgresql://host:1/db?sslmode=require",
        "postgresql:///db, jdbc:postgresql://localhost:5432/db",
        "jdbc:postgres://host/db, jdbc:postgresql://host:5432/db",
        "jdbc:postgresql//host/db, jdbc:postgresql://host:5432/db",
        "jdbc:postgresql:/host/db, jdbc:postgresql://host:5432/db",
        "jdbc:pgsql://host/db, jdbc:postgresql://host:5432/db",
        "jdbc:postgresql://u:s3cret@host/db?sslpassword=s3cret, jdbc:postgresql://host:5432/db",
        "'\"jdbc:postgresql://host/db\"', jdbc:postgresql://host:5432/db",
        "host:5433/db, jdbc:postgresql://host:5433/db",
        "postgres://u:s3c/ret@host/db, jdbc:postgresql://host:port/database",
        "http://host/db, jdbc:postgresql://host:port/database",
    })
    void namesTheUrlThatTheDriverAccepts(String url, String corrected) {
        assertThat(DataSourceUrl.problem(url)).isNotNull().satisfies(problem -> {
            assertThat(problem.action()).startsWith("Write " + corrected + ", and set");
            assertThat(problem.getMessage()).doesNotContain("s3c");
        });
        assertThat(new Driver().acceptsURL(url)).isFalse();
        assertThat(corrected.contains("port") || new Driver().acceptsURL(corrected))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=u&password=p",
                "jdbc:postgresql://host:5432,[::1]:5433/db?options=-c%20x=a@b/c",
                "jdbc:postgresql://host/db@x",
                "jdbc:postgresql://host",
                "jdbc:postgresql:db",
                "jdbc:postgresql:",
                "jdbc:tc:postgresql:17:///db",
                "jdbc:otel:postgresql://host/db",
                "jdbc:h2:mem:x"
            })
    void acceptsUrlsOfTheDriverAndOfOthers(String url) {
        assertThat(DataSourceUrl.problem(url)).isNull();
    }
}
