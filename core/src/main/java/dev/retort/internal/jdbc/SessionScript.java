/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.sql.Identifiers;
import dev.retort.settings.SessionSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The session's preamble as statements of a script, which does not know the server that will run it: what only newer
 * servers have is set where they have it.
 */
public final class SessionScript {

    private static final int OLDEST_VERSION = 13;
    private static final int LINE = 110;

    private final SessionSettings session;
    private final Map<String, String> everywhere = new LinkedHashMap<>();
    private final Map<String, String> newer = new LinkedHashMap<>();

    /**
     * Composes the preamble.
     *
     * @param session what was asked for; what was not is as the session had it when it began
     */
    public SessionScript(SessionSettings session) {
        this.session = session;
        Set<String> old = new HashSet<>(SessionPreamble.names(OLDEST_VERSION));
        List<List<String>> all =
                SessionPreamble.of(session, Integer.MAX_VALUE, Map.of()).parameters();
        for (int i = 0; i < all.get(0).size(); i++) {
            String name = all.get(0).get(i);
            boolean allowed = old.contains(name) && !name.equals("session_replication_role");
            (allowed ? everywhere : newer).put(name, all.get(1).get(i));
        }
        SessionPreamble.namesOfTheConnection().forEach(everywhere::remove);
    }

    /** {@return the statements that set the session up, whatever was done to it before} */
    public String setUp() {
        return self() + "SET client_encoding = 'UTF8';\n" + settings("SET ") + setOfNewerServers(false) + searchPath();
    }

    /** {@return the statements that set a transaction up as {@link #setUp} sets the session up, which is left as it is} */
    public String setUpTransaction() {
        String schema = session.schema();
        return selfInTransaction() + settings("SET LOCAL ") + setOfNewerServers(true) + "SET LOCAL search_path TO "
                + (schema == null ? "DEFAULT" : Identifiers.quote(schema)) + ";\n";
    }

    private String settings(String command) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        everywhere.forEach((name, value) -> {
            String set = command + name + " = " + Identifiers.literal(value) + ";";
            if (line.length() + set.length() > LINE) {
                text.append(line.toString().strip()).append('\n');
                line.setLength(0);
            }
            line.append(set).append(' ');
        });
        return text.append(line.toString().strip()).append('\n').toString();
    }

    /**
     * Only superusers may set session_replication_role. Not every platform can check connections while a statement runs: there
     * the server refuses the value.
     */
    private String setOfNewerServers(boolean local) {
        StringJoiner values = new StringJoiner(",\n        ");
        newer.forEach(
                (name, value) -> values.add("(" + Identifiers.literal(name) + ", " + Identifiers.literal(value) + ")"));
        return """
            DO $retort$ DECLARE s pg_catalog.record; BEGIN
                FOR s IN SELECT * FROM (VALUES
                    %s) AS v(name, value)
                    WHERE pg_catalog.current_setting(name, true) OPERATOR(pg_catalog.<>) value
                LOOP
                    BEGIN PERFORM pg_catalog.set_config(s.name, s.value, %s);
                    EXCEPTION WHEN invalid_parameter_value THEN NULL; END;
                END LOOP;
            END $retort$;
            """.formatted(values, local);
    }

    private String searchPath() {
        String schema = session.schema();
        return schema == null ? "RESET search_path;\n" : "SET search_path = " + Identifiers.quote(schema) + ";\n";
    }

    /** {@return the statements that take the session's own role, whatever a script did to it} */
    public String self() {
        String role = session.role();
        return "RESET SESSION AUTHORIZATION; "
                + (role == null ? "RESET ROLE;\n" : "SET ROLE " + Identifiers.quote(role) + ";\n");
    }

    /** {@return the statements that take the session's own role until the transaction ends} */
    public String selfInTransaction() {
        String role = session.role();
        return "SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL role TO "
                + (role == null ? "DEFAULT" : Identifiers.quote(role)) + ";\n";
    }
}
