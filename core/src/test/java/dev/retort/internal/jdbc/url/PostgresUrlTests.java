/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** What connection URLs mean, and which are refused. */
class PostgresUrlTests {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private static PostgresUrl parse(String text) {
        return PostgresUrl.parse(text, "RETORT_URL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        jdbc:postgresql://host/db                            | jdbc:postgresql://host:5432/db            |      |
        jdbc:postgresql://host:5433/db?sslmode=require       | jdbc:postgresql://host:5433/db            |      |
        jdbc:postgresql://user:secret@host/db                | jdbc:postgresql://host:5432/db            | user | secret
        jdbc:postgresql://user:s%2Fe%40c@host/db             | jdbc:postgresql://host:5432/db            | user | s/e@c
        jdbc:postgresql://user:p@ss@host/db                  | jdbc:postgresql://host:5432/db            | user | p@ss
        jdbc:postgresql://user:a+b:c@host/db                 | jdbc:postgresql://host:5432/db            | user | a+b:c
        jdbc:postgresql://host/db?user=me@there&password=x/@ | jdbc:postgresql://host:5432/db            | me@there | x/@
        jdbc:postgresql://host/db?password=a+b               | jdbc:postgresql://host:5432/db            |      | a b
        jdbc:postgresql:shop                                 | jdbc:postgresql://localhost:5432/shop     |      |
        jdbc:postgresql:/                                    | jdbc:postgresql://localhost:5432/         |      |
        jdbc:postgresql://a:1,b:2/db                         | jdbc:postgresql://a:1,b:2/db              |      |
        jdbc:postgresql://[::1]:5433/db                      | jdbc:postgresql://[::1]:5433/db           |      |
        jdbc:postgresql://host/we%3Fird%2F&#%25db            | jdbc:postgresql://host:5432/we%3Fird%2F%26%23%25db | |
        postgresql://user:secret@host/db                     | jdbc:postgresql://host:5432/db            | user | secret
        postgres://user@host:5433                            | jdbc:postgresql://host:5433/              | user |
        postgresql:///db?password=a+b                        | jdbc:postgresql://localhost:5432/db       |      | a+b
        """)
    void readsBothForms(String text, String shown, String user, String password) {
        PostgresUrl url = parse(text);

        assertThat(url).hasToString(shown);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
        assertThat(PostgresUrl.describe(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://user:sec/ret@host/db",
                "jdbc:postgresql://user:12/34@host",
                "jdbc:postgresql://user:12/3?4=5@host/db",
                "jdbc:postgresql://user:12?34@host/db",
                "jdbc:postgresql://user:sec?ret@host/db",
                "jdbc:postgresql://user:s%cret@host/db",
                "jdbc:postgresql://user:s%FFcret@host/db",
                "jdbc:postgresql://host/db/secret",
                "jdbc:postgresql://host:secret/db",
                "jdbc:postgresql://host:99999/secret",
                "jdbc:postgresql:user:secret",
                "jdbc:postgresql:user/secret",
                "jdbc:mysql://user:secret@host/db",
                "postgresql:///db?host=/secret",
                "user:secret",
                ""
            })
    void refusesWhatCanBeReadInTwoWaysAndShowsNothingOfIt(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("The URL of RETORT_URL cannot be used. ")
                .hasNoCause()
                .message()
                .doesNotContain("secret", "ret@", "34", "cret");
        assertThat(PostgresUrl.describe(text)).isEqualTo("a URL that is not shown, because it may have a password");
    }

    @Test
    void knowsWhatTheDriverCannotRead() {
        Level before = DRIVER.getLevel();
        DRIVER.setLevel(Level.OFF);
        try {
            for (String text : List.of(
                    "jdbc:postgresql://u:p@host/db",
                    "jdbc:postgresql://u:p/x@host/db",
                    "jdbc:postgresql://host/db/x",
                    "jdbc:postgresql://host/db",
                    "jdbc:postgresql://host:1,other:2/db?user=a@b&options=/",
                    "jdbc:postgresql://host/d@b",
                    "jdbc:postgresql:db")) {
                assertThat(PostgresUrl.isUnreadableForDriver(text))
                        .as(text)
                        .isEqualTo(Driver.parseURL(text, null) == null);
            }
        } finally {
            DRIVER.setLevel(before);
        }
    }

    @Test
    void describesTheUrlOfADriverThatWrapsAnother() {
        assertThat(PostgresUrl.describe("jdbc:otel:postgresql://user:secret@host/db?password=x"))
                .isEqualTo("jdbc:otel:postgresql://host:5432/db");
        assertThat(PostgresUrl.describe("jdbc:h2:mem:x;PASSWORD=secret")).doesNotContain("secret");
    }

    @Test
    void convertsTheParametersOfLibpq() {
        PostgresUrl url = parse("postgresql://host/db?sslmode=require&connect_timeout=3"
                + "&target_session_attrs=read-write&channel_binding=require&application_name=a+b%20c");

        assertThat(url.parameters())
                .isEqualTo(Map.of(
                        "sslmode", "require",
                        "connectTimeout", "3",
                        "targetServerType", "primary",
                        "channelBinding", "require",
                        "ApplicationName", "a+b c"));
        assertThat(url.withParameters())
                .isEqualTo("jdbc:postgresql://host:5432/db?ApplicationName=a%2Bb%20c&channelBinding=require"
                        + "&connectTimeout=3&sslmode=require&targetServerType=primary");
        assertThat(parse(url.withParameters())).isEqualTo(url);
    }

    @Test
    void aDatabaseOfAnyNameIsReachedAndGivesNoParameters() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            String name = "we?ird/&#%db x?socketFactory=no.such.Factory " + database.name();
            database.execute("CREATE DATABASE \"" + name + "\"");
            PostgresUrl url = PostgresUrl.of("localhost", database.port(), name).as(database.user(), null);
            try (Connection connection = url.dataSource().getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(name);
            }
            try (Connection connection =
                    parse(url.toString()).as(database.user(), null).dataSource().getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo(name);
            } finally {
                database.execute("DROP DATABASE \"" + name + "\"");
            }
        }
    }

    @Test
    void theParametersReachTheServerAndTheUrlOfAConnectionHasNone() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = parse(database.url() + "?ApplicationName=tried&user=postgres&password=secret")
                        .dataSource()
                        .getConnection()) {
            assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("tried");
            assertThat(connection.getMetaData().getURL()).isEqualTo(database.url());
        }
    }
}
