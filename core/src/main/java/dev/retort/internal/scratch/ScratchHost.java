/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ScratchServer;
import dev.retort.settings.SessionSettings;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A server on which a scratch database is made, seen through one of its databases.
 *
 * @param where names it in messages
 * @param door opens sessions in a database that is there already
 * @param databases opens the others, by name
 * @param session how sessions are set up; its schema does not count
 * @param kind whose server it is
 */
record ScratchHost(
        String where,
        ConnectionSource door,
        Function<String, DataSource> databases,
        SessionSettings session,
        Kind kind) {

    enum Kind {
        /** The real database is on it: what it refers to is there too. */
        REAL,
        /** The server of {@code retort.scratch-url}. */
        OTHER,
        /** A server that Retort started for this use. */
        TEMPORARY
    }

    static ScratchHost real(ConnectionSource real, ServerAddress address, SessionSettings session) {
        return new ScratchHost("beside " + address, real, address::database, plain(session, true), Kind.REAL);
    }

    static ScratchHost other(ServerAddress address, SessionSettings session) {
        return new ScratchHost(
                "on the server of retort.scratch-url",
                ConnectionSource.withoutRetries(address.itself()),
                address::database,
                plain(session, false),
                Kind.OTHER);
    }

    static ScratchHost temporary(String name, ScratchServer.Running server, SessionSettings session) {
        return new ScratchHost(
                "on " + name,
                ConnectionSource.withoutRetries(server.database("postgres")),
                server::database,
                plain(session, false),
                Kind.TEMPORARY);
    }

    private static SessionSettings plain(SessionSettings session, boolean withRole) {
        return new SessionSettings(
                null, withRole ? session.role() : null, session.timeZone(), Duration.ZERO, session.applicationName());
    }
}
