/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.boot.actuate.status.MigrationStatuses;
import dev.retort.test.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.audit.AuditEvent;

/** One application for all tests of a class, with its database at head before each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class MigrationsOverHttp {

    static final String FIRST = "aaaa00000001";
    static final String SECOND = "bbbb00000002";
    static final String THIRD = "cccc00000003";

    /** The tests' class path has two servers for WebFlux, of which a management port takes one. */
    static final String SECOND_SERVER =
            "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

    private final TestDatabase database = TestDatabase.create();
    private RunningApplication application;
    private List<String> atHead = List.of();

    private final WebApplicationType type;
    private final List<Class<?>> sources;
    private final Map<String, String> properties = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    MigrationsOverHttp(WebApplicationType type, Class<?>... sources) {
        this.type = type;
        this.sources = RunningApplication.sources(sources);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.hikari.maximum-pool-size", "4");
        properties.put("retort.locations", "classpath:actuate/migrations");
        properties.put("management.endpoints.web.exposure.include", "*");
    }

    final void property(String key, String value) {
        properties.put(key, value);
    }

    @BeforeAll
    final void start() {
        application = RunningApplication.start(type, sources, properties);
    }

    /** After a test that wrote nothing, not even to the server's log, everything is as it was. */
    @BeforeEach
    final void goToHead() {
        if (!log().equals(atHead)) {
            database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
            retort().start(StartMode.UPGRADE);
            atHead = log();
        }
        application.context().getBean(MigrationStatuses.class).forget(retort());
        audit().clear();
    }

    /** {@return where the write-ahead log ends} */
    private List<String> log() {
        return database.query("SELECT pg_current_wal_insert_lsn()");
    }

    @AfterAll
    final void stop() {
        application.close();
        database.close();
    }

    final RunningApplication application() {
        return application;
    }

    final TestDatabase database() {
        return database;
    }

    final Retort retort() {
        return application.context().getBean(Retort.class);
    }

    final AuditLog audit() {
        return application.context().getBean(AuditLog.class);
    }

    final AuditEvent onlyAuditEvent() {
        assertThat(audit().events()).hasSize(1);
        return audit().events().get(0);
    }

    final void assertIsAt(String... rows) {
        assertThat(database.query("SELECT version_num FROM alembic_version ORDER BY 1"))
                .containsExactly(rows);
    }

    /** Nothing ran, and the body says why. */
    final void assertRefused(Answer answer, int status, String why) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/message").asString()).contains(why);
        assertIsAt(THIRD);
    }

    static Map<String, Object> body(Object... keysAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            body.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return body;
    }
}
