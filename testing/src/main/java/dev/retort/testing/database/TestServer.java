/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.error.RetortException;
import dev.retort.jdbc.ServerAddress;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server on which tests have their databases, seen through one of its databases.
 *
 * @param name names it in messages
 * @param url the JDBC URL of a database that is there already
 * @param username its user, who may create databases; {@code null} for that of the operating system
 * @param password its password; {@code null} for that of a password file, or none
 */
record TestServer(
        String name,
        String url,
        @Nullable String username,
        @Nullable String password) {

    /**
     * Takes a server that somebody named.
     *
     * @throws RetortException when the URL is not one of PostgreSQL's
     */
    static TestServer named(String name, String url, @Nullable String username, @Nullable String password) {
        TestServer named = new TestServer(name, url, username, password);
        named.address();
        PGSimpleDataSource told = new PGSimpleDataSource();
        told.setURL(url);
        return new TestServer(
                name,
                url,
                username == null ? told.getUser() : username,
                password == null ? told.getPassword() : password);
    }

    /** Takes a server that something started, whose connections tell where it is. */
    static TestServer started(String name, DataSource connections) {
        if (connections instanceof PGSimpleDataSource plain) {
            return new TestServer(name, plain.getURL(), plain.getUser(), plain.getPassword());
        }
        throw new RetortException(
                "The server that was started cannot be used for tests.",
                "The DataSource of " + name + " is a " + connections.getClass().getName()
                        + ", which does not tell its URL and user.",
                "Return an org.postgresql.ds.PGSimpleDataSource from ScratchServer.Running.database.");
    }

    /**
     * {@return the server as sessions reach it}
     *
     * @throws RetortException when the URL is not one of PostgreSQL's
     */
    ServerAddress address() {
        return new ServerAddress(url, username, password);
    }

    /** {@return the JDBC URL of another of its databases, with everything else as its own says} */
    String url(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        dataSource.setDatabaseName(database);
        return dataSource.getURL();
    }

    /** {@return the URL without what may hold a password} */
    @Override
    public String toString() {
        return name + " " + address();
    }
}
