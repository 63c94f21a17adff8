/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * Creates the instances of Java revisions.
 *
 * <p>Called for each revision that is about to run or that declares a fingerprint, and for no other: once for each reading
 * of the scripts, on the thread that migrates or shows the statements. An exception refuses the run.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MigrationFactory {

    /**
     * Creates an instance.
     *
     * @param type a class with {@link Revision}
     * @return the instance, whose methods are called on the thread of the run
     * @throws dev.retort.error.RetortException when that is not possible
     */
    Migration create(Class<? extends Migration> type);
}
