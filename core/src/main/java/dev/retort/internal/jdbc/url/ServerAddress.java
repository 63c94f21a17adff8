/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.url;

import dev.retort.error.RetortException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A server, one of its databases, and a user: opens unpooled connections to that database and to the others beside it. */
public final class ServerAddress {

    private final PostgresUrl url;

    /**
     * Creates an address; does not connect.
     *
     * @param url a {@code jdbc:postgresql:} or {@code postgresql:} URL, which may name user and password itself
     * @param user the user; {@code null} leaves it to the URL
     * @param password the password; {@code null} leaves it to the URL, a password file, or none
     * @throws RetortException when the URL is of another kind
     */
    public ServerAddress(String url, @Nullable String user, @Nullable String password) {
        this(PostgresUrl.parse(url, "the server").as(user, password));
    }

    /**
     * Creates an address; does not connect.
     *
     * @param url the server, the database and the user
     */
    public ServerAddress(PostgresUrl url) {
        this.url = url;
    }

    /** {@return the URL, with user and password} */
    public PostgresUrl url() {
        return url;
    }

    /** {@return connections to the database that the URL names} */
    public DataSource itself() {
        return url.dataSource();
    }

    /**
     * Gives connections to another database of the same server, with everything else as the URL says.
     *
     * @param name the name of the database
     */
    public DataSource database(String name) {
        return url.withDatabase(name).dataSource();
    }

    /** {@return the URL without user, password and parameters} */
    @Override
    public String toString() {
        return url.toString();
    }
}
