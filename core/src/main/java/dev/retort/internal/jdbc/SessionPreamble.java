/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.SessionMark;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.SessionSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that give a script the same meaning for every role, and that end the session of a dead client soon.
 *
 * <p>Time zone and styles decide what literals and type changes mean; timeouts are explicit, zero included, because
 * roles and databases may carry their own; keep-alives free the lock of a machine that vanished.
 */
final class SessionPreamble {

    /** Sets settings in the order given: the role last, so that it cannot forbid the others. */
    static final String SET = "SELECT pg_catalog.set_config(name, value, false) FROM ROWS FROM"
            + " (pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[])) AS s(name, value)"
            // Only superusers may set it, to what it is too.
            + " WHERE name OPERATOR(pg_catalog.<>) 'session_replication_role'::pg_catalog.text"
            + " OR pg_catalog.current_setting(name) OPERATOR(pg_catalog.<>) value";

    /** What the set-up says that it overrides: it decides whether, and with which triggers, scripts can write. */
    static final Map<String, String> OVERRIDDEN =
            Map.of("default_transaction_read_only", "off", "session_replication_role", "origin");

    private static final Logger log = LoggerFactory.getLogger(SessionPreamble.class);

    private static final String CONNECTION_CHECK = "client_connection_check_interval";
    private static final String SESSION_USER = "session_authorization";
    private static final String SEARCH_PATH = "search_path";
    private static final String ROLE = "role";
    private static final String NO_ROLE = "none";

    private final Map<String, String> settings;

    private SessionPreamble(Map<String, String> settings) {
        this.settings = settings;
    }

    /** {@return every setting that a preamble on this version touches, in the order in which they are set} */
    static List<String> names(int majorVersion) {
        return List.copyOf(
                settings(SessionSettings.defaults(), majorVersion, Map.of()).keySet());
    }

    /** {@return the settings of these that a connection comes with unless something else was asked for} */
    static List<String> namesOfTheConnection() {
        return List.of(SESSION_USER, SEARCH_PATH, ROLE);
    }

    /**
     * Composes the preamble.
     *
     * @param session what was asked for
     * @param majorVersion the server's
     * @param found the settings of the session as it was found, for those that the settings do not change
     */
    static SessionPreamble of(SessionSettings session, int majorVersion, Map<String, String> found) {
        return new SessionPreamble(settings(session, majorVersion, found));
    }

    /** {@return this preamble with a mark on the session} */
    SessionPreamble marking(SessionMark mark) {
        Map<String, String> marked = new LinkedHashMap<>(settings);
        marked.put(mark.setting(), "on");
        return new SessionPreamble(marked);
    }

    private static Map<String, String> settings(SessionSettings session, int majorVersion, Map<String, String> found) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(SESSION_USER, found.getOrDefault(SESSION_USER, ""));
        settings.put("TimeZone", session.timeZone());
        settings.put("DateStyle", "ISO, YMD");
        settings.put("IntervalStyle", "postgres");
        settings.put("standard_conforming_strings", "on");
        settings.put("quote_all_identifiers", "off");
        settings.put("default_transaction_isolation", "read committed");
        settings.putAll(OVERRIDDEN);
        settings.put("application_name", session.applicationName());
        putTimeouts(settings, session, majorVersion);
        putKeepAlives(settings, majorVersion);
        String schema = session.schema();
        settings.put(SEARCH_PATH, schema == null ? found.getOrDefault(SEARCH_PATH, "") : Identifiers.quote(schema));
        String role = session.role();
        settings.put(ROLE, role == null ? found.getOrDefault(ROLE, NO_ROLE) : role);
        return settings;
    }

    private static void putTimeouts(Map<String, String> settings, SessionSettings session, int majorVersion) {
        settings.put("lock_timeout", "0");
        settings.put("statement_timeout", milliseconds(session.statementTimeout()));
        settings.put("idle_in_transaction_session_timeout", "0");
        if (majorVersion >= 14) {
            settings.put("idle_session_timeout", "0");
        }
        if (majorVersion >= 17) {
            settings.put("transaction_timeout", "0");
        }
    }

    private static void putKeepAlives(Map<String, String> settings, int majorVersion) {
        settings.put("tcp_keepalives_idle", "20");
        settings.put("tcp_keepalives_interval", "5");
        settings.put("tcp_keepalives_count", "3");
        settings.put("tcp_user_timeout", "30000");
        if (majorVersion >= 14) {
            settings.put(CONNECTION_CHECK, "5000");
        }
    }

    /** {@return the statement that takes the session's role} */
    String setRole() {
        String role = settings.getOrDefault(ROLE, NO_ROLE);
        return "SET ROLE " + (role.equals(NO_ROLE) ? "NONE" : Identifiers.quote(role));
    }

    static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** Sets everything for the session. */
    void apply(MigrationConnection connection) throws SQLException {
        set(connection, settings);
    }

    /** Sets everything for the session, but what servers of some platforms refuse. */
    void applySupported(MigrationConnection connection) throws SQLException {
        try {
            apply(connection);
        } catch (SQLException e) {
            if (!SqlState.is(SqlState.INVALID_PARAMETER_VALUE, e) || settings.remove(CONNECTION_CHECK) == null) {
                throw e;
            }
            log.debug("The server's platform cannot check connections while a statement runs", e);
            apply(connection);
        }
    }

    /** {@return the parameters of {@link #SET}} */
    List<List<String>> parameters() {
        return List.of(List.copyOf(settings.keySet()), List.copyOf(settings.values()));
    }

    /** Sets settings for the session, which has to be the connection's own where it is known already. */
    static void set(MigrationConnection connection, Map<String, String> settings) throws SQLException {
        connection.queryOwn(
                SET, row -> row.getString(1), new ArrayList<>(settings.keySet()), new ArrayList<>(settings.values()));
    }
}
