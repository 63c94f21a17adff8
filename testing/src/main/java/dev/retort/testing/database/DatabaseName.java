/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.jdbc.AdvisoryLock;
import dev.retort.internal.scratch.OrphanedDatabases;
import java.util.random.RandomGenerator;

/**
 * The name of a test database. Its last eight digits determine the key of the advisory lock that its users hold, which
 * distinguishes databases in use from orphaned ones.
 *
 * @param name the name, in characters that need no quotes
 * @param key the second half of the lock's key, not negative
 */
record DatabaseName(String name, int key) {

    /** The bytes of "retu": lock of the users of a database. */
    private static final int USE = 0x72657475;
    /** The bytes of "retm": lock for creating a template. */
    private static final int MAKING = 0x7265746d;

    /** The comment of every test database; a template gets it when it is complete. */
    static final String COMMENT = "Test database of Retort; the next run drops it if it is not in use";

    private static final String COPY = "retort_test_";
    private static final String TEMPLATE = "retort_template_";

    static DatabaseName random(RandomGenerator random) {
        int key = random.nextInt(Integer.MAX_VALUE);
        return new DatabaseName(COPY + digits(key), key);
    }

    static DatabaseName ofTemplate(String digest, int key) {
        return new DatabaseName(TEMPLATE + digest + "_" + digits(key), key);
    }

    /** {@return a finder of orphaned databases} */
    static OrphanedDatabases orphans() {
        return new OrphanedDatabases("^retort_(test|template_[0-9a-f]{32})_[0-9a-f]{8}$", USE, COMMENT);
    }

    private static String digits(int key) {
        return String.format("%08x", key);
    }

    /** {@return the lock of its users} */
    AdvisoryLock use() {
        return new AdvisoryLock(USE, key);
    }

    /** {@return the lock for creating it} */
    AdvisoryLock making() {
        return new AdvisoryLock(MAKING, key);
    }

    @Override
    public String toString() {
        return name;
    }
}
