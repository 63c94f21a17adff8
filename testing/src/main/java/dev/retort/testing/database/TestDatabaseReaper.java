/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.statement.SqlWork;
import dev.retort.internal.scratch.ClosedDatabase;
import dev.retort.settings.SessionSettings;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The session of a process that creates and drops test databases, and holds the advisory locks of databases in use.
 * PostgreSQL releases these with the session, however the process ends. Synchronized.
 */
final class TestDatabaseReaper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TestDatabaseReaper.class);

    private static final String FACTS = """
        SELECT current_user, rolcreatedb OR rolsuper FROM pg_catalog.pg_roles
        WHERE rolname OPERATOR(pg_catalog.=) current_user
        """;

    private final TestServer server;
    private final MigrationConnection session;
    private final Templates templates;
    private final Map<String, DatabaseName> copies = new HashMap<>();
    private boolean closed;

    private TestDatabaseReaper(TestServer server, MigrationConnection session) {
        this.server = server;
        this.session = session;
        this.templates = new Templates(server, session, UUID.randomUUID());
    }

    private record Facts(String role, boolean creates) {}

    /**
     * Opens the session and drops orphaned databases of killed runs.
     *
     * @throws RetortException when the server cannot be used
     */
    static TestDatabaseReaper open(TestServer server) {
        ConnectionSource source =
                ConnectionSource.withoutRetries(server.address().itself());
        MigrationConnection session = source.open();
        try {
            session.prepareSession(SessionSettings.defaults());
            check(server, session);
            return new TestDatabaseReaper(server, session);
        } catch (SQLException e) {
            session.close();
            throw new DatabaseException("Cannot connect to the server of the tests.", e);
        } catch (Throwable failure) {
            session.close();
            throw failure;
        }
    }

    private static void check(TestServer server, MigrationConnection session) throws SQLException {
        Facts facts = session.queryOne(FACTS, row -> new Facts(row.getString(1), row.getBoolean(2)));
        if (!facts.creates()) {
            throw new RetortException(
                    "Test databases cannot be created on " + server + ".",
                    "Its user " + facts.role() + " may not create databases.",
                    "Run ALTER ROLE ... CREATEDB, or set retort.test.username to another user.");
        }
    }

    /** {@return a copy of a template, which is created first if it does not exist} */
    synchronized TestDatabase copy(Template template) {
        return work("The database of the test could not be created.", () -> {
            String source = templates.use(template);
            DatabaseName name = lock();
            copies.put(name.name(), name);
            create(name.name(), source);
            return new TestDatabase(name.name(), server, this);
        });
    }

    synchronized void reset(String name, Template template) {
        work("The database of the test could not be reset.", () -> {
            String source = templates.use(template);
            session.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            create(name, source);
            return true;
        });
    }

    private DatabaseName lock() throws SQLException {
        while (true) {
            DatabaseName name = DatabaseName.random(ThreadLocalRandom.current());
            if (name.use().tryTake(session)) {
                return name;
            }
        }
    }

    private void create(String name, String source) throws SQLException {
        ClosedDatabase.create(session, name, source);
        templates.sign(name);
    }

    private <T extends @Nullable Object> T work(String failure, SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new DatabaseException(failure, e);
        }
    }

    /** Drops a copy; if that fails, the next run drops it. */
    synchronized void drop(String name) {
        DatabaseName copy = copies.remove(name);
        if (copy == null || closed) {
            return;
        }
        try {
            session.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            copy.use().release(session);
        } catch (SQLException e) {
            // When the process ends, its embedded server can stop before the application context.
            log.atLevel(server.passing() ? Level.DEBUG : Level.WARN)
                    .log("The test database {} could not be dropped; the next run drops it. {}", name, e.getMessage());
        }
    }

    /** Drops the remaining databases, except templates that later runs can use, and ends the session. */
    @Override
    public synchronized void close() {
        if (!closed) {
            Map.copyOf(copies).keySet().forEach(this::drop);
            templates.dropOwn();
            closed = true;
            session.close();
        }
    }
}
