/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.model.ScratchServer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates test databases, on the server of {@code retort.test.url}, else of {@code retort.scratch-url}, else on a
 * server that is started. A process uses one server and one session for all classes and application contexts; both end
 * with the process. Safe for use by several threads, and by several processes on one server.
 *
 * @since 0.1
 */
public final class TestDatabases {

    private static final OfProcess OF_PROCESS = new OfProcess();

    private final TestDatabaseReaper reaper;

    private TestDatabases(TestDatabaseReaper reaper) {
        this.reaper = reaper;
    }

    /** One for the process: starting a server takes seconds, and application contexts outlive JUnit's stores. */
    private static final class OfProcess {

        private @Nullable TestDatabases databases;

        synchronized TestDatabases get() {
            if (databases == null) {
                databases = open(TestServers.ofProcess());
            }
            return databases;
        }
    }

    /**
     * {@return the databases of this process; the first call finds or starts the server}
     *
     * @throws dev.retort.error.RetortException if there is none, or it cannot be used
     */
    public static TestDatabases ofProcess() {
        return OF_PROCESS.get();
    }

    private static TestDatabases open(TestServers servers) {
        Optional<TestServer> named = servers.named();
        if (named.isPresent()) {
            TestDatabaseReaper reaper = TestDatabaseReaper.open(named.get());
            atEnd(reaper::close);
            return new TestDatabases(reaper);
        }
        ScratchServer startable = TestServers.startable(ScratchServer.present(TestDatabases.class.getClassLoader()));
        ScratchServer.Running running = startable.start();
        atEnd(running::close);
        return on(TestServer.started(startable.name(), running.database("postgres")));
    }

    private static void atEnd(Runnable task) {
        Runtime.getRuntime().addShutdownHook(new Thread(task, "retort-test-end"));
    }

    static TestDatabases on(TestServer server) {
        return new TestDatabases(TestDatabaseReaper.open(server));
    }

    /**
     * Creates a copy of a template.
     *
     * @param template what the database holds; created once and copied with {@code CREATE DATABASE ... TEMPLATE} from
     *     then on
     * @return the database, which the caller closes; the end of the process drops it too
     * @throws dev.retort.error.RetortException if the template cannot be created; the same each time
     * @throws dev.retort.internal.jdbc.statement.DatabaseException when the server refuses
     */
    public TestDatabase copyOf(Template template) {
        return reaper.copy(template);
    }

    /**
     * Creates an empty database.
     *
     * @param roles the roles that scripts refer to
     * @return the database, which the caller closes; the end of the process drops it too
     */
    public TestDatabase empty(List<String> roles) {
        return copyOf(new Template(List.of("empty"), true, roles, Template.Filling.NOTHING));
    }

    /** Ends the session, as the end of the process does. */
    void close() {
        reaper.close();
    }
}
