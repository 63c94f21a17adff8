/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.AdvisoryLock;
import dev.retort.internal.jdbc.Backoff;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.DatabaseException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of {@code retort.scratch-url} itself, used by one run after the other: for roles that may not create
 * another beside it.
 */
final class SharedDatabase {

    private static final Logger log = LoggerFactory.getLogger(SharedDatabase.class);
    /** The lock of no scratch database: their keys are random and below this one. */
    private static final AdvisoryLock LOCK = new AdvisoryLock(ScratchName.LOCK, Integer.MAX_VALUE);

    private final ScratchHost host;
    private final DataSource dataSource;
    private final ScratchDatabaseOwner owner;
    private final Sleeper sleeper;

    SharedDatabase(ScratchHost host, DataSource dataSource, ScratchDatabaseOwner owner, Sleeper sleeper) {
        this.host = host;
        this.dataSource = dataSource;
        this.owner = owner;
        this.sleeper = sleeper;
    }

    /** Waits until no other run uses it, empties it, and prepares it. */
    Scratch open(DatabaseTemplate template) throws SQLException {
        MigrationConnection session = owner.session();
        for (int attempt = 1; !LOCK.tryTake(session); attempt++) {
            if (attempt == 1) {
                log.info("Another run uses the database of retort.scratch-url: waiting until it is done");
            }
            pause(attempt);
        }
        Clearing clearing = new Clearing(session);
        clearing.begin();
        ScratchParts parts = ScratchParts.prepare("itself", dataSource, host, template);
        return new Scratch(parts, () -> end(clearing));
    }

    private void pause(int attempt) throws SQLException {
        try {
            sleeper.sleep(Backoff.ofLockPolls()
                    .after(attempt, ThreadLocalRandom.current().nextDouble()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    "Waiting for the database of retort.scratch-url was interrupted.",
                    new SQLException("interrupted", e));
        }
    }

    /** The session is unpooled: closing it releases the lock. */
    private void end(Clearing clearing) {
        try {
            clearing.end();
        } catch (SQLException e) {
            log.warn("The database of retort.scratch-url could not be emptied: the next run will. {}", e.getMessage());
        } finally {
            owner.close();
        }
    }
}
