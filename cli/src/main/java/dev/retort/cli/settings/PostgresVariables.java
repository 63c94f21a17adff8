/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address in {@code POSTGRES_HOST}, {@code POSTGRES_PORT} and {@code POSTGRES_DB}.
 *
 * @param host the server
 * @param port its port; {@code null} for PostgreSQL's own
 * @param database the database
 * @param source their precedence
 */
public record PostgresVariables(
        @Nullable SettingValue host,
        @Nullable SettingValue port,
        @Nullable SettingValue database,
        SettingValue.Source source) {

    private static final String HOST = "POSTGRES_HOST";
    private static final String PORT = "POSTGRES_PORT";
    private static final String DATABASE = "POSTGRES_DB";
    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65535;

    /** {@return the address, when host or database is set; a variable takes precedence over its line of the file} */
    static Optional<PostgresVariables> of(Map<String, SettingValue> environment, Map<String, SettingValue> dotEnv) {
        Map<String, SettingValue> both = new LinkedHashMap<>(dotEnv);
        both.putAll(environment);
        boolean ofEnvironment = List.of(HOST, PORT, DATABASE).stream().anyMatch(environment::containsKey);
        PostgresVariables found = new PostgresVariables(
                both.get(HOST),
                both.get(PORT),
                both.get(DATABASE),
                ofEnvironment ? SettingValue.Source.ENVIRONMENT_POSTGRES : SettingValue.Source.DOT_ENV_POSTGRES);
        return found.host == null && found.database == null ? Optional.empty() : Optional.of(found);
    }

    /** {@return the address} */
    public PostgresUrl url() {
        SettingValue server = required(host, HOST, database);
        SettingValue name = required(database, DATABASE, host);
        String text = server.text().strip();
        String bracketed = text.contains(":") && !text.startsWith("[") ? "[" + text + "]" : text;
        if (!PostgresUrl.isHost(bracketed)) {
            throw new RetortException(
                    "The value of " + server.origin() + " cannot be used.",
                    "It is neither a host name nor an IP address.",
                    "Set it to one of these, and the port in " + PORT + ".");
        }
        return PostgresUrl.of(bracketed, portNumber(), name.text());
    }

    /** No default: it could lead to the wrong database. */
    private static SettingValue required(@Nullable SettingValue value, String name, @Nullable SettingValue other) {
        if (value == null) {
            throw new RetortException(
                    "No database is configured.",
                    "There is " + Objects.requireNonNull(other).origin() + ", but no " + name
                            + "; an empty variable counts as unset.",
                    "Set " + name + ", or RETORT_URL instead of both.");
        }
        return value;
    }

    private int portNumber() {
        if (port == null) {
            return DEFAULT_PORT;
        }
        String text = port.text().strip();
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > LAST_PORT) {
            boolean isServiceLink = text.matches("(?:tcp|udp)://.*");
            throw new RetortException(
                    "The value " + text + " of " + port.origin() + " is not a port.",
                    isServiceLink
                            ? "Kubernetes sets this variable in each container when there is a service named postgres."
                            : "It is not a number from 1 to 65535.",
                    isServiceLink
                            ? "Set " + PORT
                                    + " to the number in the container, or enableServiceLinks: false in the pod, or"
                                    + " RETORT_URL."
                            : "Correct the value.");
        }
        return number;
    }

    /** {@return a description of the variables} */
    public String origin() {
        return Stream.of(host, port, database)
                .filter(Objects::nonNull)
                .map(value -> Objects.requireNonNull(value).origin())
                .collect(Collectors.joining(" and "));
    }
}
