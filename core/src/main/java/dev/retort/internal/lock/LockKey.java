/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lock;

import dev.retort.internal.jdbc.AdvisoryLock;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The key of the advisory lock. It never changes between versions of Retort, so that old and new instances keep each other
 * out during a deployment.
 *
 * @param namespace the first number, the same for all of Retort's locks
 * @param number the second number, from the version table's name
 */
public record LockKey(int namespace, int number) {

    private static final int NAMESPACE = 1919251567;

    /** {@return the lock} */
    AdvisoryLock advisory() {
        return new AdvisoryLock(namespace, number);
    }

    /** {@return a condition, for a {@code WHERE} or {@code SELECT}, that this session holds the lock; takes no parameters} */
    public String heldCondition() {
        return """
            EXISTS (SELECT FROM pg_catalog.pg_locks WHERE %s
                    AND granted AND pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid())\
            """.formatted(inLocks());
    }

    /** {@return a condition on {@code pg_locks} that a session of this database holds the lock; takes no parameters} */
    String holderCondition() {
        return """
            %s
                    AND granted AND database OPERATOR(pg_catalog.=) (SELECT oid FROM pg_catalog.pg_database
                        WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database())\
            """.formatted(inLocks());
    }

    /** {@return a condition that a row of {@code pg_locks} is about this lock, held or waited for} */
    private String inLocks() {
        return """
            locktype OPERATOR(pg_catalog.=) 'advisory'
                    AND classid::bigint OPERATOR(pg_catalog.=) %d AND objid::bigint OPERATOR(pg_catalog.=) %d
                    AND objsubid OPERATOR(pg_catalog.=) 2\
            """.formatted(Integer.toUnsignedLong(namespace), Integer.toUnsignedLong(number));
    }

    /**
     * Makes the key of a version table.
     *
     * @param schema the schema of the version table
     * @param versionTable its name
     */
    public static LockKey of(String schema, String versionTable) {
        CRC32 crc = new CRC32();
        crc.update((schema + "." + versionTable).getBytes(StandardCharsets.UTF_8));
        return new LockKey(NAMESPACE, (int) crc.getValue());
    }
}
