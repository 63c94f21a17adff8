/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.url;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The connection parameters of libpq that the driver knows by another name: PostgreSQL's manual, 34.1.2. */
final class LibpqParameters {

    private static final Map<String, String> NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "keepalives", "tcpKeepAlive",
            "krbsrvname", "kerberosServerName",
            "target_session_attrs", "targetServerType");
    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "keepalives", Map.of("0", "false", "1", "true"),
            "target_session_attrs",
                    Map.of(
                            "read-write", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"));

    /** Without them the driver would connect somewhere else without an error. */
    private static final Set<String> ELSEWHERE = Set.of("dbname", "host", "hostaddr", "port");

    private LibpqParameters() {}

    /**
     * Adds a parameter under the driver's name.
     *
     * @param isLibpq whether the URL has libpq's form
     * @param error makes the error of a parameter that the driver has no counterpart of
     */
    static void put(
            Map<String, String> parameters,
            String key,
            String value,
            boolean isLibpq,
            Function<String, RuntimeException> error) {
        if (isLibpq && ELSEWHERE.contains(key)) {
            throw error.apply(
                    "The parameter " + key + " is not supported: host, port and database are written behind //.");
        }
        String name = isLibpq ? NAMES.getOrDefault(key, key) : key;
        String converted = isLibpq ? VALUES.getOrDefault(key, Map.of()).getOrDefault(value, value) : value;
        parameters.put(name, converted);
    }
}
