/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import dev.retort.error.RetortException;

/** A text cannot be split into statements: something is left open, or is not for the server. */
public final class SqlSyntaxException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final int line;

    SqlSyntaxException(int line, String why, String action) {
        super("The SQL cannot be split into statements at line " + line + ".", why, action);
        this.line = line;
    }

    /** {@return the line at which the open or refused part begins} */
    public int line() {
        return line;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
