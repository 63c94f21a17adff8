/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.internal.jdbc.AdvisoryLock;
import dev.retort.internal.scratch.OrphanedDatabases;
import java.util.random.RandomGenerator;

/**
 * The name of a database that tests made. Its last eight digits tell the key of the advisory lock that whoever uses it holds,
 * so that others can tell a database in use from one left over.
 *
 * @param name the name, in characters that need no quotes
 * @param key the second half of the lock's key, not negative
 */
record DatabaseName(String name, int key) {

    /** The bytes of "retu": somebody uses the database. */
    private static final int USE = 0x72657475;
    /** The bytes of "retm": somebody makes the template. */
    private static final int MAKING = 0x7265746d;

    /** The comment of every database that is made here; a template has it once it is whole. */
    static final String COMMENT = "Database of a test with Retort, removed by the next run when nobody uses it";

    private static final String COPY = "retort_test_";
    private static final String TEMPLATE = "retort_template_";

    static DatabaseName random(RandomGenerator random) {
        int key = random.nextInt(Integer.MAX_VALUE);
        return new DatabaseName(COPY + digits(key), key);
    }

    static DatabaseName ofTemplate(String digest, int key) {
        return new DatabaseName(TEMPLATE + digest + "_" + digits(key), key);
    }

    /** {@return what recognises those that nobody uses} */
    static OrphanedDatabases orphans() {
        return new OrphanedDatabases("^retort_(test|template_[0-9a-f]{32})_[0-9a-f]{8}$", USE, COMMENT);
    }

    private static String digits(int key) {
        return String.format("%08x", key);
    }

    /** {@return the lock of whoever uses it} */
    AdvisoryLock use() {
        return new AdvisoryLock(USE, key);
    }

    /** {@return the lock of whoever makes it} */
    AdvisoryLock making() {
        return new AdvisoryLock(MAKING, key);
    }

    @Override
    public String toString() {
        return name;
    }
}
