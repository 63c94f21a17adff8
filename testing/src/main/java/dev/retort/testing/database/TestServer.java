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
 * The server of test databases, with the address of one of its databases.
 *
 * @param name its name in messages
 * @param url the JDBC URL of an existing database
 * @param username its user, who may create databases; {@code null} for that of the operating system
 * @param password its password; {@code null} for that of a password file, or none
 * @param passing whether it is temporary and ends with this process
 */
record TestServer(
        String name,
        String url,
        @Nullable String username,
        @Nullable String password,
        boolean passing) {

    /** Properties in the URL, or set separately. */
    private static final Set<PGProperty> ELSEWHERE = EnumSet.of(
            PGProperty.PG_HOST, PGProperty.PG_PORT, PGProperty.PG_DBNAME, PGProperty.USER, PGProperty.PASSWORD);

    /**
     * Creates an instance for a configured server.
     *
     * @throws RetortException if the URL is not a PostgreSQL URL
     */
    static TestServer named(String name, String url, @Nullable String username, @Nullable String password) {
        PostgresUrl server = PostgresUrl.parse(url, name).as(username, password);
        return new TestServer(name, server.withParameters(), server.user(), server.password(), false);
    }

    /** Creates an instance for a server that a service started, with the address of its DataSource. */
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
                        + ", which does not expose its URL and user.",
                "Return an org.postgresql.ds.PGSimpleDataSource from ScratchServer.Running.database.");
    }

    /**
     * {@return the address for sessions}
     *
     * @throws RetortException if the URL is not a PostgreSQL URL
     */
    ServerAddress address() {
        return new ServerAddress(url, username, password);
    }

    /**
     * {@return the JDBC URL of another of its databases, with the parameters that its own has; without user and
     * password}
     */
    String url(String database) {
        return PostgresUrl.parse(url, name).withDatabase(database).withParameters();
    }

    /** Only parameters that were set: the driver's own text lists all of them. */
    private static String url(PGSimpleDataSource server, String database) {
        String parameters = Arrays.stream(PGProperty.values())
                .filter(parameter -> !ELSEWHERE.contains(parameter))
                .filter(parameter -> !Objects.equals(server.getProperty(parameter), parameter.getDefaultValue()))
                .map(parameter -> parameter.getName() + "=" + encode(String.valueOf(server.getProperty(parameter))))
                .collect(Collectors.joining("&"));
        String hosts = IntStream.range(0, server.getServerNames().length)
                .mapToObj(host -> server.getServerNames()[host] + ":" + server.getPortNumbers()[host])
                .collect(Collectors.joining(","));
        String question = parameters.isEmpty() ? "" : "?";
        return "jdbc:postgresql://" + hosts + "/" + encode(database) + question + parameters;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return the URL without parts that can contain a password} */
    @Override
    public String toString() {
        return name + " " + address();
    }
}
