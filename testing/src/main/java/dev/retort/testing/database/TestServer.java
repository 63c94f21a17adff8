/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server on which tests have their databases, seen through one of its databases.
 *
 * @param name names it in messages
 * @param url the JDBC URL of a database that is there already
 * @param username its user, who may create databases; {@code null} for that of the operating system
 * @param password its password; {@code null} for that of a password file, or none
 * @param passing whether it ends with this process, and everything on it
 */
record TestServer(
        String name,
        String url,
        @Nullable String username,
        @Nullable String password,
        boolean passing) {

    /** What the rest of the URL says, and what stands beside it. */
    private static final Set<PGProperty> ELSEWHERE = EnumSet.of(
            PGProperty.PG_HOST, PGProperty.PG_PORT, PGProperty.PG_DBNAME, PGProperty.USER, PGProperty.PASSWORD);

    /**
     * Takes a server that somebody named.
     *
     * @throws RetortException when the URL is not one of PostgreSQL's
     */
    static TestServer named(String name, String url, @Nullable String username, @Nullable String password) {
        PostgresUrl told = PostgresUrl.parse(url, name).as(username, password);
        return new TestServer(name, told.withParameters(), told.user(), told.password(), false);
    }

    /** Takes a server that something started, whose connections tell where it is. */
    static TestServer started(String name, DataSource connections) {
        if (connections instanceof PGSimpleDataSource plain) {
            return new TestServer(
                    name,
                    url(plain, String.valueOf(plain.getDatabaseName())),
                    plain.getUser(),
                    plain.getPassword(),
                    true);
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

    /** {@return the JDBC URL of another of its databases, with the parameters that its own has; without user and password} */
    String url(String database) {
        return PostgresUrl.parse(url, name).withDatabase(database).withParameters();
    }

    /** Only what was set: the driver's own text names every parameter that it knows. */
    private static String url(PGSimpleDataSource told, String database) {
        String parameters = Arrays.stream(PGProperty.values())
                .filter(parameter -> !ELSEWHERE.contains(parameter))
                .filter(parameter -> !Objects.equals(told.getProperty(parameter), parameter.getDefaultValue()))
                .map(parameter -> parameter.getName() + "=" + encode(String.valueOf(told.getProperty(parameter))))
                .collect(Collectors.joining("&"));
        String hosts = IntStream.range(0, told.getServerNames().length)
                .mapToObj(host -> told.getServerNames()[host] + ":" + told.getPortNumbers()[host])
                .collect(Collectors.joining(","));
        String question = parameters.isEmpty() ? "" : "?";
        return "jdbc:postgresql://" + hosts + "/" + encode(database) + question + parameters;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return the URL without what may hold a password} */
    @Override
    public String toString() {
        return name + " " + address();
    }
}
