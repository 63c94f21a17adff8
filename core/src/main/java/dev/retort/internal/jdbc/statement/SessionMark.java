/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.sql.SQLException;
import java.util.UUID;

/**
 * The mark of the session of a run: a setting whose name is a secret of the run.
 *
 * <p>{@code SHOW} of it fails on every other session. Unlike a query, {@code SHOW} needs no snapshot, so a script may still
 * begin with {@code SET TRANSACTION ISOLATION LEVEL}. {@code RESET ALL} empties the value; the name stays until the session
 * ends.
 *
 * @param setting the name of the setting
 */
public record SessionMark(String setting) {

    private static final String UNDEFINED_OBJECT = "42704";

    /** {@return a mark that no other run has} */
    public static SessionMark create() {
        return new SessionMark("retort.session_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** {@return the statement, with its semicolon, that fails on every session but the marked one} */
    String check() {
        return "SHOW " + setting + "; ";
    }

    /** {@return whether an error is that of {@link #check} on another session} */
    boolean isMissing(SQLException error) {
        return SqlState.is(UNDEFINED_OBJECT, error)
                && String.valueOf(error.getMessage()).contains(setting);
    }
}
