/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server said when it refused, part by part.
 *
 * @param sqlState the SQLSTATE; {@code null} when the server did not answer
 * @param message the primary message, or the driver's
 * @param detail the detail; {@code null} when there is none
 * @param hint the hint; {@code null} when there is none
 */
public record ServerAnswer(
        @Nullable String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint) {

    /** Reads the parts of a driver's error. */
    public static ServerAnswer of(SQLException error) {
        if (error instanceof PSQLException postgres) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            if (server != null) {
                String context = server.getWhere();
                String detail = server.getDetail();
                return new ServerAnswer(
                        error.getSQLState(),
                        String.valueOf(server.getMessage()),
                        detail == null ? context : detail,
                        server.getHint());
            }
        }
        return new ServerAnswer(error.getSQLState(), String.valueOf(error.getMessage()), null, null);
    }
}
