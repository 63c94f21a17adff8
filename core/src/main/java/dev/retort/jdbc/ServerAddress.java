/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import dev.retort.error.RetortException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A server, one of its databases, and a user: opens unpooled connections to that database and to the others beside it. */
public final class ServerAddress {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    /**
     * Creates an address; does not connect.
     *
     * @param url a {@code jdbc:postgresql:} URL, which may name user and password itself
     * @param user the user; {@code null} leaves it to the URL
     * @param password the password; {@code null} leaves it to the URL, a password file, or none
     * @throws RetortException when the URL is of another kind
     */
    public ServerAddress(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        dataSource();
    }

    /** {@return connections to the database that the URL names} */
    public DataSource itself() {
        return dataSource();
    }

    /**
     * Gives connections to another database of the same server, with everything else as the URL says.
     *
     * @param name the name of the database
     */
    public DataSource database(String name) {
        PGSimpleDataSource dataSource = dataSource();
        dataSource.setDatabaseName(name);
        return dataSource;
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        try {
            dataSource.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "The URL " + this + " cannot be used.",
                    "It is not of the form jdbc:postgresql://host:port/database.",
                    "Mend it.");
        }
        if (user != null) {
            dataSource.setUser(user);
        }
        if (password != null) {
            dataSource.setPassword(password);
        }
        return dataSource;
    }

    /** {@return the URL without what may hold a password} */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
