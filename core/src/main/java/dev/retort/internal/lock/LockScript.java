/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The migration lock in a script: the same lock that a run takes, polled in the same way.
 *
 * <p>The block commits between its attempts, so that a waiter never keeps a snapshot for which a concurrent index build
 * of the holder would wait.
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
                    IF pg_catalog.clock_timestamp() OPERATOR(pg_catalog.>=)
                            (began OPERATOR(pg_catalog.+) interval '%d milliseconds') THEN
                        RAISE EXCEPTION USING
                            MESSAGE = 'Another run holds the migration lock of this database.',
                            DETAIL = pg_catalog.concat(
                                'Its session has the process id ', coalesce(holder, '(not visible)'), '.'),
                            HINT = 'Wait until it ends, then run this script again.';
                    END IF;
            """.formatted(limit.toMillis());
        return """
            DO $retort$
            DECLARE
                began constant pg_catalog.timestamptz := pg_catalog.clock_timestamp();
                reported pg_catalog.timestamptz := '-infinity';
                holder pg_catalog.text;
            BEGIN
                WHILE NOT pg_catalog.pg_try_advisory_lock(%1$s) LOOP
                    SELECT pg_catalog.min(pid)::pg_catalog.text INTO holder FROM pg_catalog.pg_locks
                    WHERE %2$s;
            %3$s\
                    IF pg_catalog.clock_timestamp() OPERATOR(pg_catalog.>=)
                            (reported OPERATOR(pg_catalog.+) interval '%4$d seconds') THEN
                        RAISE NOTICE 'Waiting for the migration lock, held by process %%', holder;
                        reported := pg_catalog.clock_timestamp();
                    END IF;
                    COMMIT;
                    PERFORM pg_catalog.pg_sleep(0.5);
                    COMMIT;
                END LOOP;
            END $retort$;
            """.formatted(numbers(), key.holderCondition(), giveUp, REPORTS);
    }

    /** {@return the statement that takes the lock until the transaction ends, or stops it: it does not wait} */
    public String takeForTransaction() {
        return """
            DO $retort$
            BEGIN
                IF pg_catalog.current_setting('transaction_isolation') OPERATOR(pg_catalog.<>) 'read committed' THEN
                    RAISE EXCEPTION USING
                        MESSAGE = 'The transaction is not at the isolation level READ COMMITTED.',
                        DETAIL = 'Its snapshot may be older than the migration lock.',
                        HINT = 'Set the isolation level of the client to READ COMMITTED.';
                END IF;
                IF NOT pg_catalog.pg_try_advisory_xact_lock(%s) THEN
                    RAISE EXCEPTION USING
                        MESSAGE = 'Another run holds the migration lock of this database.',
                        DETAIL = 'A script of plain SQL does not wait for it; nothing was changed.',
                        HINT = 'Wait until it ends, then run this script again.';
                END IF;
            END $retort$;
            """.formatted(numbers());
    }

    private String numbers() {
        return key.namespace() + ", " + key.number();
    }

    /** {@return the statement that releases the lock} */
    public String release() {
        return "DO $retort$ BEGIN PERFORM pg_catalog.pg_advisory_unlock(" + numbers() + "); END $retort$;\n";
    }
}
