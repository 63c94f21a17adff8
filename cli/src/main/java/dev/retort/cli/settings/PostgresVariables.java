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
 * The address that {@code POSTGRES_HOST}, {@code POSTGRES_PORT} and {@code POSTGRES_DB} give together.
 *
 * @param host the server
 * @param port its port; {@code null} for PostgreSQL's own
 * @param database the database
 * @param source how strong they are
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

    /** {@return the address, when host or database is named; a variable is stronger than its line of the file} */
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
                    "It is neither the name of a host nor its address.",
                    "Set it to one, and the port in " + PORT + ".");
        }
        return PostgresUrl.of(bracketed, portNumber(), name.text());
    }

    /** Neither is guessed: a guess could lead to another database than the one that is meant. */
    private static SettingValue required(@Nullable SettingValue value, String name, @Nullable SettingValue other) {
        if (value == null) {
            throw new RetortException(
                    "No database is named.",
                    "There is " + Objects.requireNonNull(other).origin() + ", but no " + name
                            + "; an empty variable counts as not set.",
                    "Set " + name + ", or RETORT_URL in place of both.");
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
                    "The value " + text + " of " + port.origin() + " is no port.",
                    isServiceLink
                            ? "Kubernetes sets this variable in each container when there is a service named postgres."
                            : "It is not a number from 1 to 65535.",
                    isServiceLink
                            ? "Set " + PORT
                                    + " to the number in the container, or enableServiceLinks: false in the pod, or"
                                    + " RETORT_URL."
                            : "Correct it.");
        }
        return number;
    }

    /** {@return the variables in words} */
    public String origin() {
        return Stream.of(host, port, database)
                .filter(Objects::nonNull)
                .map(value -> Objects.requireNonNull(value).origin())
                .collect(Collectors.joining(" and "));
    }
}
