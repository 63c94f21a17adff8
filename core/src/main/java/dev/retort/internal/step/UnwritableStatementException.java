/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;

/** A statement cannot be in a script of the form that was asked for. */
public final class UnwritableStatementException extends RetortException {

    private static final long serialVersionUID = 1L;

    public UnwritableStatementException(String why, String action) {
        super("A script cannot contain the statement.", why, action);
    }

    private UnwritableStatementException(String place, UnwritableStatementException cause) {
        super("A script cannot contain the statement at " + place + ".", cause.why(), cause.action(), cause);
    }

    /** {@return the same with the place of the statement} */
    public UnwritableStatementException at(PlannedStep step, int line) {
        return new UnwritableStatementException(step.script().source() + ":" + line, this);
    }
}
