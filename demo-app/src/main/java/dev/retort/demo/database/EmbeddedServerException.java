/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

/** Thrown if the embedded server is not available. */
final class EmbeddedServerException extends RuntimeException {

    private final String action;

    private EmbeddedServerException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    private EmbeddedServerException(String message, String action) {
        super(message);
        this.action = action;
    }

    static EmbeddedServerException doesNotStart(DataDirectory directory, Throwable cause) {
        return new EmbeddedServerException(
                "The embedded PostgreSQL with the data in %s does not start: %s"
                        .formatted(directory, cause.getMessage()),
                """
                Start with --logging.level.io.zonky.test.db.postgres.embedded=info to see the server's log. \
                To start with an empty database, delete %s. To use another server, set POSTGRES_HOST, \
                POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB in the environment or in .env.""".formatted(directory),
                cause);
    }

    static EmbeddedServerException isInUse(DataDirectory directory) {
        return new EmbeddedServerException(
                "The data in %s are in use by another process, whose PostgreSQL can be neither used nor stopped."
                        .formatted(directory),
                "Stop the other demo application, or start this one with --demo.data-directory=<another folder>.");
    }

    String action() {
        return action;
    }
}
