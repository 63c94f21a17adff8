/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.url;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection URL in its parts. User and password are kept apart from the rest, and the driver gets them and the parameters
 * as properties: no text of the URL that is shown, logged or thrown has them.
 *
 * @param hosts the servers, tried in this order
 * @param database the database; {@code null} for the one that is named like the user
 * @param parameters the driver's connection parameters
 * @param user the user; {@code null} for that of the operating system
 * @param password the password; {@code null} for a password file, or none
 */
public record PostgresUrl(
        List<Host> hosts,
        @Nullable String database,
        Map<String, String> parameters,
        @Nullable String user,
        @Nullable String password) {

    private static final int DEFAULT_PORT = 5432;
    private static final Pattern WRAPPED = Pattern.compile("(jdbc:(?:[a-z0-9+-]+:)+?)postgresql:.*", Pattern.DOTALL);
    private static final String HIDDEN = "a URL that is not shown, because it may have a password";

    /** Copies the collections. */
    public PostgresUrl {
        hosts = List.copyOf(hosts);
        parameters = Map.copyOf(parameters);
    }

    /**
     * A server.
     *
     * @param name its name or address, an IPv6 address in brackets
     * @param port its port
     */
    public record Host(String name, int port) {

        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    /**
     * Reads a URL in the form of the driver, {@code jdbc:postgresql:}, or in that of libpq, {@code postgresql:}.
     *
     * @param text the URL
     * @param setting what it was set by, for the error
     * @throws dev.retort.error.RetortException when it cannot be read; the error shows nothing of the URL
     */
    public static PostgresUrl parse(String text, String setting) {
        return new PostgresUrlParser(setting).parse(text);
    }

    /** {@return a URL in its parts; empty if it cannot be read} */
    public static Optional<PostgresUrl> tryParse(String text) {
        return new PostgresUrlParser("").tryParse(text);
    }

    /** {@return the URL of a database of one server, without parameters} */
    public static PostgresUrl of(String host, int port, String database) {
        return new PostgresUrl(List.of(new Host(host, port)), database, Map.of(), null, null);
    }

    /** {@return whether a text is the name or address of one host, without a port} */
    public static boolean isHost(String text) {
        return !text.isEmpty() && PostgresUrlParser.isHost(text);
    }

    /** {@return whether a text is meant as a URL of PostgreSQL; others, such as those of driver wrappers, are not read} */
    public static boolean isMeant(String text) {
        return PostgresUrlParser.hasScheme(text.strip());
    }

    /** {@return whether the driver itself cannot read a URL that has its scheme, of which it would log a warning with the URL} */
    public static boolean isUnreadableForDriver(String text) {
        return PostgresUrlParser.UNREADABLE_FOR_DRIVER.matcher(text).matches();
    }

    /** {@return any URL as people may see it: servers and database, or a sentence in place of what cannot be read} */
    public static String describe(String text) {
        Matcher wrapped = WRAPPED.matcher(text.strip());
        String prefix = wrapped.matches() ? wrapped.group(1) : "jdbc:";
        String plain = wrapped.matches() ? "jdbc:" + text.strip().substring(prefix.length()) : text;
        return tryParse(plain)
                .map(url -> prefix + url.toString().substring("jdbc:".length()))
                .orElse(HIDDEN);
    }

    /** {@return the same with another user and password, where these are given} */
    public PostgresUrl as(@Nullable String otherUser, @Nullable String otherPassword) {
        return new PostgresUrl(
                hosts,
                database,
                parameters,
                otherUser == null ? user : otherUser,
                otherPassword == null ? password : otherPassword);
    }

    /** {@return the same for another database of the server} */
    public PostgresUrl withDatabase(String name) {
        return new PostgresUrl(hosts, name, parameters, user, password);
    }

    /** {@return the same with other parameters too} */
    public PostgresUrl with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putAll(more);
        return new PostgresUrl(hosts, database, all, user, password);
    }

    /** {@return the URL in the driver's form with its parameters, without user and password} */
    public String withParameters() {
        String text = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return text.isEmpty() ? toString() : this + "?" + text;
    }

    /** {@return the URL with the parameters that are no passwords, as an error can show it} */
    public String withoutSecrets() {
        Map<String, String> shown = new TreeMap<>(parameters);
        shown.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        return new PostgresUrl(hosts, database, shown, null, null).withParameters();
    }

    /** {@return unpooled connections} */
    public DataSource dataSource() {
        return new DriverDataSource(this);
    }

    /** {@return host, port, database and user in words, as an error names them} */
    public String inWords() {
        String names = hosts.stream().map(Host::name).collect(Collectors.joining(","));
        String ports =
                hosts.stream().map(Host::port).distinct().map(String::valueOf).collect(Collectors.joining(","));
        String role = user == null ? System.getProperty("user.name") : user;
        return "host " + names + ", port " + ports + ", database " + (database == null ? role : database) + ", user "
                + role;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return servers and database, in the driver's form: without user, password and parameters} */
    @Override
    public String toString() {
        String servers = hosts.stream().map(Host::toString).collect(Collectors.joining(","));
        return "jdbc:postgresql://" + servers + "/" + (database == null ? "" : encode(database));
    }

    static Host host(String name, @Nullable Integer port) {
        return new Host(name.isEmpty() ? "localhost" : name, port == null ? DEFAULT_PORT : port);
    }
}
