/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import dev.retort.Retort;
import dev.retort.run.RunResult;
import java.util.Optional;

/**
 * Strategy for migrating a database at startup. A bean of this type replaces the call of {@link Retort#start}; it is
 * not called with {@code retort.on-startup=none}. It is called on the thread that starts the context, once for each
 * database and outside of a transaction, before any bean that depends on the initialization of the database. An exception
 * fails the startup.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MigrationStrategy {

    /**
     * Migrates a database. Called once for each database, before any bean uses it.
     *
     * @param retort the database; its name is {@code retort.settings().name()}
     * @return the result, for the log; empty if nothing was done
     */
    Optional<RunResult> migrate(Retort retort);
}
