/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import dev.retort.error.RetortException;

/** A transaction of a run began on another session than the run's own. Nothing of that transaction was executed. */
public final class SessionChangedException extends RetortException {

    private static final long serialVersionUID = 1L;

    SessionChangedException(Throwable cause) {
        super(
                "A transaction began on another session than the one that holds the migration lock; Retort refused to"
                        + " write.",
                "A pooler in transaction or statement mode is between Retort and the server: it can run each"
                        + " transaction in another session.",
                "Set retort.url to the server itself, or to a pool in session mode. What was committed before is"
                        + " recorded in the version table.",
                cause);
    }
}
