/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The migration lock in a script: the same lock that a run takes, polled in the same way.
 *
 * <p>The block commits between its looks, so that a waiter never keeps a snapshot for which a concurrent index build of the
 * holder would wait.
 */
public final class LockScript {

    private static final long REPORTS = 10;

    private final LockKey key;

    /**
     * Creates the text of a lock.
     *
     * @param key its key
     */
    public LockScript(LockKey key) {
        this.key = key;
    }

    /**
     * {@return the statement that takes the lock, outside of any transaction}
     *
     * @param limit how long to wait for another holder; {@code null} as long as it lives
     */
    public String acquire(@Nullable Duration limit) {
        String giveUp = limit == null ? "" : """
                        IF clock_timestamp() >= began + interval '%d milliseconds' THEN
                            RAISE EXCEPTION USING
                                MESSAGE = 'Another run holds the migration lock of this database.',
                                DETAIL = 'Its session has the process id ' || coalesce(holder, 'that nobody may see') || '.',
                                HINT = 'Wait until it ends, then run this script again.';
                        END IF;
                """.formatted(limit.toMillis());
        return """
                DO $retort$
                DECLARE
                    began constant timestamptz := clock_timestamp();
                    reported timestamptz := '-infinity';
                    holder text;
                BEGIN
                    WHILE NOT pg_try_advisory_lock(%1$s) LOOP
                        SELECT min(l.pid)::text INTO holder FROM pg_locks AS l
                        WHERE l.locktype = 'advisory' AND l.classid::bigint = %2$d AND l.objid::bigint = %3$d
                          AND l.objsubid = 2 AND l.granted
                          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database());
                %4$s\
                        IF clock_timestamp() >= reported + interval '%5$d seconds' THEN
                            RAISE NOTICE 'Waiting for the migration lock, held by process %%', holder;
                            reported := clock_timestamp();
                        END IF;
                        COMMIT;
                        PERFORM pg_sleep(0.5);
                        COMMIT;
                    END LOOP;
                END $retort$;
                """.formatted(
                        numbers(),
                        Integer.toUnsignedLong(key.namespace()),
                        Integer.toUnsignedLong(key.number()),
                        giveUp,
                        REPORTS);
    }

    private String numbers() {
        return key.namespace() + ", " + key.number();
    }

    /** {@return the statement that gives the lock back} */
    public String release() {
        return "DO $retort$ BEGIN PERFORM pg_advisory_unlock(" + numbers() + "); END $retort$;\n";
    }
}
