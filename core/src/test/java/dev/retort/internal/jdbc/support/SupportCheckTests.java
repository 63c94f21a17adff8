/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.test.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** A real connection that answers some questions about itself as another would. */
class SupportCheckTests {

    private final SupportCheck check = new SupportCheck();

    @Test
    void saysOnceThatAServerIsNewer() throws Exception {
        List<LogRecord> said = new ArrayList<>();
        Logger logger = Logger.getLogger(SupportCheck.class.getName());
        Handler handler = collecting(said);
        logger.addHandler(handler);
        logger.setLevel(Level.INFO);
        try (TestDatabase database = TestDatabase.create();
                Connection real = database.connect()) {
            Connection newer = toServer("19.1", real);

            assertThat(check.check(newer)).isNotNull();
            check.check(newer);
            check.check(real);
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
        assertThat(said).hasSize(1);
        assertThat(said.get(0).getLevel().getName()).isEqualTo("INFO");
        assertThat(said.get(0).getMessage()).contains("The server is PostgreSQL 19.1", "tested with 13 to 18");
    }

    @Test
    void refusesAnOldServer() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection real = database.connect()) {
            Connection old = toServer("12.22 (Debian 12.22-1.pgdg120+1)", real);

            assertThatExceptionOfType(UnsupportedDatabaseException.class)
                    .isThrownBy(() -> check.check(old))
                    .withMessageContaining("PostgreSQL 12.22")
                    .withMessageContaining("version 13 or later");
        }
    }

    @Test
    void refusesAnOldDriverWithOneSentence() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection real = database.connect()) {
            SupportCheck old = new SupportCheck("PostgreSQL JDBC Driver 42.7.3");

            assertThatExceptionOfType(UnsupportedDatabaseException.class)
                    .isThrownBy(() -> old.check(real))
                    .satisfies(refusal -> assertThat(refusal.what())
                            .isEqualTo("Retort needs pgjdbc 42.7.4 or later, and the driver is pgjdbc 42.7.3."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"42.7.4", "42.7.14", "42.8.0", "43.0.0", "42.7.4-SNAPSHOT", "42.7.4.jre8", "unknown"})
    void acceptsDrivers(String version) {
        assertThat(DriverVersion.parse(version).isSupported()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42.7.3", "42.7", "42.6.2", "9.4.1212", "41.9.9"})
    void refusesDrivers(String version) {
        assertThat(DriverVersion.parse(version).isSupported()).isFalse();
    }

    /** A connection whose server has another version; all else is real. */
    private static Connection toServer(String version, Connection real) throws SQLException {
        PGConnection driver =
                answering(PGConnection.class, real.unwrap(PGConnection.class), Map.of("getParameterStatus", version));
        return answering(Connection.class, real, Map.of("unwrap", driver));
    }

    /** Passes calls on, but answers these itself. */
    private static <T> T answering(Class<T> type, T real, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                SupportCheckTests.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Handler collecting(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
