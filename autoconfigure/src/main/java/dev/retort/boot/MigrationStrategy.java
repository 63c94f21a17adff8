/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import dev.retort.Retort;
import dev.retort.run.RunResult;
import java.util.Optional;

/**
 * What a starting service does with a database. A bean of this type replaces {@link Retort#start} in the mode of
 * {@code retort.on-startup}; with {@code retort.on-startup=none} it is not called.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MigrationStrategy {

    /**
     * Brings a database to where the service needs it. Called once for each database, before any bean uses it.
     *
     * @param retort the database; {@code retort.settings().name()} tells which
     * @return what was found and done, for the log; empty when nothing was
     */
    Optional<RunResult> migrate(Retort retort);
}
