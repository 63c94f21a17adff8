/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc;

import dev.retort.internal.jdbc.statement.DriverModes;
import dev.retort.internal.jdbc.statement.SessionMark;
import dev.retort.internal.jdbc.support.UnsupportedDatabaseException;
import dev.retort.settings.SessionSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that is set up for migrations, and how it was before. It is the connection's own: a pooler that shares sessions is
 * refused before anything is set, and from then on each transaction begins with a look for the session's mark.
 */
final class PreparedSession {

    private static final Logger log = LoggerFactory.getLogger(PreparedSession.class);

    private final MigrationConnection connection;
    private final Connection driver;
    private final SavedSettings saved;
    private final DriverModes savedModes;
    private final SessionMark mark = SessionMark.create();
    private final List<AdvisoryLock> locks = new ArrayList<>();
    private SessionPreamble preamble;

    private PreparedSession(MigrationConnection connection, Connection driver, SavedSettings saved)
            throws SQLException {
        this.connection = connection;
        this.driver = driver;
        this.saved = saved;
        this.savedModes = DriverModes.of(driver);
        this.preamble = SessionPreamble.of(SessionSettings.defaults(), connection.majorVersion(), saved.asMap());
    }

    /**
     * Reads how the session is.
     *
     * @param driver the connection as the pool gave it
     * @param source opens a second connection where a pooler is in the path
     * @throws UnsupportedDatabaseException when the session is shared
     */
    static PreparedSession of(MigrationConnection connection, Connection driver, ConnectionSource source)
            throws SQLException {
        SavedSettings saved = SavedSettings.read(connection, SessionPreamble.names(connection.majorVersion()));
        PreparedSession session = new PreparedSession(connection, driver, saved);
        if (session.isPooled()) {
            connection.withoutNamedStatements(() -> {
                new PoolModeProbe(connection, source).requireSessionMode();
                return true;
            });
        }
        return session;
    }

    /** Poolers invent the process id that they tell the driver: they have not chosen a backend when a client connects. */
    private boolean isPooled() {
        return connection.driverBackendPid() != saved.backendPid();
    }

    SessionMark mark() {
        return mark;
    }

    SessionPreamble preamble() {
        return preamble;
    }

    /** Sets the session up. */
    void prepare(SessionSettings settings) throws SQLException {
        DriverModes.MIGRATING.applyTo(driver);
        preamble = SessionPreamble.of(settings, connection.majorVersion(), saved.asMap())
                .marking(mark);
        try {
            preamble.applySupported(connection);
        } catch (SQLException e) {
            savedModes.applyTo(driver);
            throw e;
        }
    }

    /** {@return what the set-up overrides, where that is more than a matter of form} */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        SessionPreamble.OVERRIDDEN.forEach((name, value) -> {
            String found = saved.asMap().get(name);
            if (found != null && !found.equals(value)) {
                notices.add("The session began with " + name + " = " + found
                        + " (a setting of the database, the role or the connection); the run sets it to " + value
                        + ".");
            }
        });
        return notices;
    }

    void remember(AdvisoryLock lock, boolean held) {
        locks.remove(lock);
        if (held) {
            locks.add(lock);
        }
    }

    /** Sets the session to what it was. */
    void restore() throws SQLException {
        SessionPreamble.set(connection, saved.asMap());
        savedModes.applyTo(driver);
    }

    /** Leaves nothing in a session that a pooler keeps, whatever a script did to it; a pooler need not do so itself. */
    void clear() throws SQLException {
        if (isPooled()) {
            connection.discardAll();
        }
    }

    /** Leaves nothing in the session after its connection turned out not to keep it: another connection may meet it. */
    void clearStray(ConnectionSource source) {
        try (MigrationConnection other = source.tryOpen()) {
            other.withoutNamedStatements(() -> {
                new StraySession(saved, mark, locks).clear(other);
                return true;
            });
        } catch (SQLException e) {
            log.warn("The pooler's session could not be cleared: {}", e.getMessage());
        }
    }
}
