/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.test.LookAlikes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/**
 * No operation of the endpoint runs code of a role that may create objects in a schema of the search_path, for all web
 * stacks.
 */
abstract class SearchPathOverHttp extends MigrationsOverHttp {

    private static final List<String> READS =
            List.of("", "?limit=1000", "?database=default", "/head", "/" + FIRST, "/" + THIRD + "?database=default");

    private static final List<Map.Entry<String, String>> WRITES = List.of(
            Map.entry("downgrade", "-1"),
            Map.entry("upgrade", "head"),
            Map.entry("upgrade", "head"),
            Map.entry("stamp", SECOND),
            Map.entry("stamp", THIRD),
            Map.entry("downgrade", SECOND),
            Map.entry("upgrade", THIRD));

    @TempDir
    Path notes = Path.of("");

    private LookAlikes lookAlikes = LookAlikes.madeIn(database(), notes);

    SearchPathOverHttp(WebApplicationType type, Class<?> security) {
        super(type, security, Users.class);
        property("management.endpoints.access.default", "unrestricted");
        property("management.endpoint.health.show-details", "always");
    }

    /** One test, because the look-alikes take seconds to create, and the database is reset before each test. */
    @Test
    void noOperationUsesAnythingOfOthers() throws SQLException {
        lookAlikes = LookAlikes.in(database(), notes);
        beginSessionsUnder("public, pg_catalog");
        read();
        write("true");
        write("false");
        beRefused();
        beginSessionsUnder("\"$user\", public");
        write("false");
    }

    /** The sessions of the pool begin again; a statement without qualified names shows that the attack works there. */
    private void beginSessionsUnder(String searchPath) throws SQLException {
        lookAlikes.with(searchPath);
        HikariDataSource pool = application().context().getBean(HikariDataSource.class);
        pool.getHikariPoolMXBean().softEvictConnections();
        lookAlikes.used();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'x'::pg_catalog.varchar");
        }
        assertThat(lookAlikes.used()).singleElement().asString().contains("(name, character varying)");
    }

    private void read() {
        for (String user : List.of(READER, OPERATOR)) {
            for (String path : READS) {
                assertSafe(application().get(user, "/actuator/migrations" + path), 200, user + " " + path);
            }
        }
        for (String path : List.of("/actuator/health", "/actuator/info", "/actuator/metrics")) {
            assertSafe(application().get(OPERATOR, path), 200, path);
        }
    }

    private void write(String dryRun) {
        for (Map.Entry<String, String> write : WRITES) {
            post(200, write.getKey(), write.getValue(), dryRun);
        }
        assertSafe(application().get(OPERATOR, "/actuator/migrations"), 200, "state after writes");
        assertIsAt(THIRD);
    }

    private void beRefused() {
        post(409, "downgrade", "base", "false");
        post(404, "downgrade", "feed", "false");
        post(400, "downgrade", "-9", "false");
        post(404, "drop", "-1", "false");
        assertSafe(application().post(READER, "downgrade", body("revision", "-1", "dryRun", "false")), 403, "reader");
        database().execute("ALTER TABLE public.customer DROP COLUMN phone");
        post(500, "downgrade", "-1", "false");
        assertSafe(application().get(READER, "/actuator/migrations"), 200, "state after a failure");
        database().execute("ALTER TABLE public.customer ADD COLUMN phone pg_catalog.text");
        assertIsAt(THIRD);
    }

    private void post(int status, String operation, String revision, String dryRun) {
        assertSafe(
                application().post(OPERATOR, operation, body("revision", revision, "dryRun", dryRun)),
                status,
                operation + " " + revision + " dryRun " + dryRun);
    }

    private void assertSafe(Answer answer, int status, String what) {
        assertThat(lookAlikes.used()).as(what).isEmpty();
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isEqualTo(status);
    }
}
