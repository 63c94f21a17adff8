/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.AdvisoryLock;
import java.util.random.RandomGenerator;

/**
 * The name of a scratch database. It tells the key of the advisory lock that its maker holds as long as it lives, so
 * that other runs can tell a database in use from an orphaned one.
 *
 * @param key the second half of the lock's key, not negative
 */
record ScratchName(int key) {

    /** The first half of the lock's key: the bytes of "rets". */
    static final int LOCK = 0x72657473;
    /** The comment that a scratch database has. */
    static final String COMMENT = "Scratch database of Retort, removed by the next run when no session uses it";

    /** {@return the lock of the run that uses it} */
    AdvisoryLock use() {
        return new AdvisoryLock(LOCK, key);
    }

    static ScratchName random(RandomGenerator random) {
        return new ScratchName(random.nextInt(Integer.MAX_VALUE));
    }

    @Override
    public String toString() {
        return "retort_scratch_" + String.format("%08x", key);
    }
}
