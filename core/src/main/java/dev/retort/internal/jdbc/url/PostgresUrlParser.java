/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.url;

import dev.retort.error.RetortException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * Reads connection URLs. A password in one may have any characters, and where they are not percent-encoded the URL can be
 * read in two ways; it is then refused, because the other way would show a part of the password as a host or a database.
 */
final class PostgresUrlParser {

    private static final String JDBC = "jdbc:postgresql:";
    private static final List<String> LIBPQ = List.of("postgresql:", "postgres:");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+(?:%[0-9A-Za-z._-]+)?]|[\\p{L}\\p{N}._-]*)(?::([0-9]{1,5}))?");
    /** User and password before the host, or a second slash behind it. */
    static final Pattern UNREADABLE_FOR_DRIVER =
            Pattern.compile("jdbc:postgresql://(?:[^/?]*@|[^/?]*/[^?]*/).*", Pattern.DOTALL);

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final int LAST_PORT = 65535;

    private final String setting;

    PostgresUrlParser(String setting) {
        this.setting = setting;
    }

    /** The reason why a URL cannot be read, without any part of the URL. */
    private static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    static boolean hasScheme(String text) {
        return text.startsWith(JDBC) || LIBPQ.stream().anyMatch(text::startsWith);
    }

    static boolean isHost(String text) {
        Matcher host = HOST.matcher(text);
        return host.matches() && host.group(2) == null;
    }

    PostgresUrl parse(String text) {
        try {
            return read(text.strip());
        } catch (UnreadableException e) {
            throw new RetortException(
                    "The URL of " + setting + " cannot be used.",
                    e.why(),
                    "Write jdbc:postgresql://host:port/database, and set user and password with their own settings.");
        }
    }

    Optional<PostgresUrl> tryParse(String text) {
        try {
            return Optional.of(read(text.strip()));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static PostgresUrl read(String text) {
        boolean isLibpq = !text.startsWith(JDBC);
        String scheme = isLibpq
                ? LIBPQ.stream()
                        .filter(text::startsWith)
                        .findFirst()
                        .orElseThrow(() -> new UnreadableException(
                                "It begins neither with jdbc:postgresql: nor with postgresql:."))
                : JDBC;
        String rest = text.substring(scheme.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> parameters = parameters(question < 0 ? "" : rest.substring(question + 1), isLibpq);
        PostgresUrl url = place.startsWith("//") ? ofServers(place.substring(2)) : ofLocalhost(place);
        String user = parameters.remove(PGProperty.USER.getName());
        String password = parameters.remove(PGProperty.PASSWORD.getName());
        return new PostgresUrl(url.hosts(), url.database(), parameters, url.user(), url.password()).as(user, password);
    }

    /** The driver reads what has no slashes before it as the name of a database on this machine. */
    private static PostgresUrl ofLocalhost(String place) {
        if (place.contains(":")) {
            throw new UnreadableException("Its host has no // before it.");
        }
        String database = database(place.startsWith("/") ? place.substring(1) : place);
        return new PostgresUrl(List.of(PostgresUrl.host("", null)), database, Map.of(), null, null);
    }

    private static PostgresUrl ofServers(String place) {
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        String database = database(slash < 0 ? "" : place.substring(slash + 1));
        int at = authority.lastIndexOf('@');
        List<PostgresUrl.Host> hosts = new ArrayList<>();
        for (String host : authority.substring(at + 1).split(",", -1)) {
            hosts.add(host(host));
        }
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        String user = decode(colon < 0 ? credentials : credentials.substring(0, colon), false);
        String password = colon < 0 ? null : decode(credentials.substring(colon + 1), false);
        return new PostgresUrl(hosts, database, Map.of(), user.isEmpty() ? null : user, password);
    }

    private static PostgresUrl.Host host(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw new UnreadableException("What follows // is not host:port, or user:password@host:port. In a user or a"
                    + " password, / is written %2F, @ is %40, ? is %3F and % is %25.");
        }
        Integer port = host.group(2) == null ? null : Integer.valueOf(host.group(2));
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new UnreadableException("Its port is not a number from 1 to 65535.");
        }
        return PostgresUrl.host(host.group(1), port);
    }

    private static @Nullable String database(String text) {
        if (text.contains("/") || text.contains("@")) {
            throw new UnreadableException(
                    "What follows the first / is not the name of a database. In a name, a user or a password, / is"
                            + " written %2F and @ is %40.");
        }
        return text.isEmpty() ? null : decode(text, false);
    }

    private static Map<String, String> parameters(String query, boolean isLibpq) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                String key = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                check(key, value);
                LibpqParameters.put(parameters, key, decode(value, !isLibpq), isLibpq, UnreadableException::new);
            }
        }
        return parameters;
    }

    /** A user may be a mail address, and a file may have any name; elsewhere an @ is the end of a password. */
    private static void check(String key, String value) {
        boolean isParameter = KEY.matcher(key).matches();
        if (!isParameter || (value.contains("@") && PGProperty.forName(key) == null)) {
            throw new UnreadableException(
                    "What follows ? is not a list of parameters, key=value&key=value. In a password, ? is written"
                            + " %3F.");
        }
    }

    /** Reads percent-encoding; the driver's form reads + as a space where the parameters are. */
    private static String decode(String text, boolean plusIsSpace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                bytes.write(hexadecimal(encoded, i + 1) * 16 + hexadecimal(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(plusIsSpace && encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableException("Its percent-encoding is not that of UTF-8.");
        }
    }

    private static int hexadecimal(byte[] text, int position) {
        int digit = position < text.length ? Character.digit(text[position], 16) : -1;
        if (digit < 0) {
            throw new UnreadableException(
                    "A % in it is not followed by two hexadecimal digits; % itself is written %25.");
        }
        return digit;
    }
}
