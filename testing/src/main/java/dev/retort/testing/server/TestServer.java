/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.server;

import dev.retort.jdbc.ServerAddress;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server on which tests have their databases, seen through one of its databases.
 *
 * @param name names it in messages
 * @param url the JDBC URL of a database that is there already
 * @param username its user, who may create databases; {@code null} leaves it to the URL
 * @param password its password; {@code null} leaves it to the URL, a password file, or none
 */
record TestServer(
        String name,
        String url,
        @Nullable String username,
        @Nullable String password) {

    /** {@return the server as sessions reach it} */
    ServerAddress address() {
        return new ServerAddress(url, username, password);
    }

    /**
     * Says how one of its databases is reached, for whoever has a pool of his own.
     *
     * @param name the name of the database
     */
    TestDatabase database(String name) {
        DataSource dataSource = address().database(name);
        String itsUrl = dataSource instanceof PGSimpleDataSource plain ? plain.getURL() : url;
        return new TestDatabase(name, itsUrl, user(dataSource), password(dataSource), dataSource);
    }

    private static @Nullable String user(DataSource dataSource) {
        return dataSource instanceof PGSimpleDataSource plain ? plain.getUser() : null;
    }

    private static @Nullable String password(DataSource dataSource) {
        return dataSource instanceof PGSimpleDataSource plain ? plain.getPassword() : null;
    }

    /** {@return where it is, without what may hold a password} */
    @Override
    public String toString() {
        return name + " (" + address() + ")";
    }
}
