/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.jdbc.url.ServerAddress;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database of one test. Thread-safe.
 *
 * @since 0.1
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final TestServer server;
    private final TestDatabaseReaper reaper;

    TestDatabase(String name, TestServer server, TestDatabaseReaper reaper) {
        this.name = name;
        this.server = server;
        this.reaper = reaper;
    }

    /** {@return its name on the server} */
    public String name() {
        return name;
    }

    /** {@return its JDBC URL, without user and password} */
    public String url() {
        return server.url(name);
    }

    /** {@return its owner; {@code null} for the user of the operating system} */
    public @Nullable String username() {
        return server.username();
    }

    /** {@return the password of the user; {@code null} for that of a password file, or none} */
    public @Nullable String password() {
        return server.password();
    }

    /** {@return its address and user} */
    public ServerAddress address() {
        return new ServerAddress(url(), username(), password());
    }

    /** {@return connections to it, not pooled} */
    public DataSource dataSource() {
        return address().itself();
    }

    /**
     * Resets it to the contents of a template. Terminates all connections to it.
     *
     * @param template the new contents
     * @throws dev.retort.internal.jdbc.statement.DatabaseException when the server refuses
     */
    public void resetTo(Template template) {
        reaper.reset(name, template);
    }

    /** {@return its name and address} */
    @Override
    public String toString() {
        return "database " + name + " on " + server;
    }

    /** Drops it and terminates all connections to it. */
    @Override
    public void close() {
        reaper.drop(name);
    }
}
