/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.jdbc.url.ServerAddress;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database that belongs to one test. Safe for use by several threads.
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

    /** {@return the user that made it and owns it; {@code null} for that of the operating system} */
    public @Nullable String username() {
        return server.username();
    }

    /** {@return the password of the user; {@code null} for that of a password file, or none} */
    public @Nullable String password() {
        return server.password();
    }

    /** {@return where it is and as whom} */
    public ServerAddress address() {
        return new ServerAddress(url(), username(), password());
    }

    /** {@return connections to it, not pooled} */
    public DataSource dataSource() {
        return address().itself();
    }

    /**
     * Puts it back to what a template holds, under its name: whoever is connected is disconnected.
     *
     * @param template what it holds then
     * @throws dev.retort.internal.jdbc.statement.DatabaseException when the server refuses
     */
    public void resetTo(Template template) {
        reaper.reset(name, template);
    }

    /** {@return its name and where it is} */
    @Override
    public String toString() {
        return "database " + name + " on " + server;
    }

    /** Drops it, whoever is still connected to it. */
    @Override
    public void close() {
        reaper.drop(name);
    }
}
