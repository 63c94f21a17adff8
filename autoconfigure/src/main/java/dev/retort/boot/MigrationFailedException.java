/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import dev.retort.error.RetortException;

/**
 * Thrown when a service cannot start because the migration of a database failed.
 *
 * <p>The cause describes what happened, why, and what to do. The process ends with status 1, as with any failed start:
 * an {@code
 * ExitCodeGenerator} would have Spring Boot publish an event into the closed context, which fails below the failure
 * analysis.
 *
 * @since 0.1
 */
public final class MigrationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String database;

    /**
     * Creates an exception.
     *
     * @param database the name of the database, {@code default} if it is the only one
     * @param cause the cause
     */
    public MigrationFailedException(String database, RetortException cause) {
        super("Migration of database '" + database + "' failed at startup. " + cause.getMessage(), cause);
        this.database = database;
    }

    /** {@return the name of the database, {@code default} if it is the only one} */
    public String database() {
        return database;
    }
}
