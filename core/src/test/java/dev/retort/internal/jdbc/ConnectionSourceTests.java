/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.test.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A connection that cannot be opened names what to correct. */
class ConnectionSourceTests {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        return dataSource;
    }

    @Test
    void anUnknownUserIsCorrectedInTheSettings() {
        PGSimpleDataSource wrong = dataSource();
        wrong.setUser("nosuch");

        assertThatThrownBy(() -> ConnectionSource.withoutRetries(wrong).open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The database could not be reached.")
                .hasMessageContaining("role \"nosuch\" does not exist (SQLSTATE 28000)")
                .hasMessageContaining("Correct the user and the password of the connection")
                .hasMessageContaining("spring.datasource.username");
    }

    @Test
    void anUnknownDatabaseIsCreatedOrCorrected() {
        PGSimpleDataSource wrong = dataSource();
        wrong.setDatabaseName("nosuch");

        assertThatThrownBy(() -> ConnectionSource.withoutRetries(wrong).open())
                .hasMessageContaining("database \"nosuch\" does not exist (SQLSTATE 3D000)")
                .hasMessageContaining("Create the database, or correct its name in the URL");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, FATAL: password authentication failed for user shop",
        "08004, 'The server requested SCRAM-based authentication, but no password was provided.'"
    })
    void aWrongOrMissingPasswordIsCorrectedInTheSettings(String state, String message) {
        DatabaseException refused =
                new DatabaseException("The database could not be reached.", new SQLException(message, state));

        assertThat(refused.action()).startsWith("Correct the user and the password");
    }

    @Test
    void theMissingPrivilegeOfASchemaIsNamed() {
        DatabaseException refused = new DatabaseException(
                "The upgrade failed.", new SQLException("ERROR: permission denied for schema public", "42501"));

        assertThat(refused.action()).contains("GRANT USAGE, CREATE ON SCHEMA", "since PostgreSQL 15");
    }

    @Test
    void aServerThatDoesNotAnswerIsStarted() {
        PGSimpleDataSource wrong = dataSource();
        wrong.setPortNumbers(new int[] {1});

        assertThatThrownBy(() -> ConnectionSource.withoutRetries(wrong).open())
                .hasMessageContaining("(SQLSTATE 08001)")
                .hasMessageContaining(
                        "Check that the server is running and reachable, and that the URL has its host and port")
                .hasMessageContaining("retort.connect-retries")
                .hasMessageNotContaining("rolled back");
    }

    @Test
    void aHostThatIsUnknownIsNamed() {
        PGSimpleDataSource wrong = dataSource();
        wrong.setServerNames(new String[] {"nohost.invalid"});

        assertThatThrownBy(() -> ConnectionSource.withoutRetries(wrong).open())
                .hasMessageContaining(
                        "The connection attempt failed: the host nohost.invalid is unknown (SQLSTATE 08001).");
    }
}
