/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.error.RetortException;
import dev.retort.schema.name.ServerVersion;

/** There is no SQL for an operation: not in the server's version, or in none. */
public final class UnsupportedOperationSqlException extends RetortException {

    private static final long serialVersionUID = 1L;

    private UnsupportedOperationSqlException(String what, String why, String action) {
        super(what, why, action);
    }

    static UnsupportedOperationSqlException before(ServerVersion version, int needed, String feature) {
        return new UnsupportedOperationSqlException(
                version + " has no " + feature + ".",
                "It is available since PostgreSQL " + needed + ".",
                "Remove it, or upgrade the server first.");
    }

    public static UnsupportedOperationSqlException never(String what, String why, String action) {
        return new UnsupportedOperationSqlException(what, why, action);
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
