/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The fields of a server's error.
 *
 * @param sqlState the SQLSTATE; {@code null} when the server did not answer
 * @param message the primary message, or the driver's
 * @param detail the detail; {@code null} when there is none
 * @param hint the hint; {@code null} when there is none
 * @param context where in a function it happened; {@code null} when there is none
 */
public record ServerAnswer(
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String context) {

    /** Reads the parts of a driver's error. */
    public static ServerAnswer of(SQLException error) {
        if (error instanceof PSQLException postgres) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            if (server != null) {
                return new ServerAnswer(
                        error.getSQLState(),
                        String.valueOf(server.getMessage()),
                        server.getDetail(),
                        server.getHint(),
                        server.getWhere());
            }
        }
        return new ServerAnswer(error.getSQLState(), String.valueOf(error.getMessage()), null, null, null);
    }

    /** {@return whether an error, or one that caused it, has a message of the server} */
    static boolean isIn(SQLException error) {
        @Nullable Throwable one = error;
        while (one != null) {
            if (one instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return true;
            }
            one = one.getCause();
        }
        return false;
    }

    /** {@return the detail, or the context where there is none} */
    public @Nullable String detailOrContext() {
        return detail == null ? context : detail;
    }
}
