/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionScript;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;

/** Makes errors of Retort's of whatever the code of a Java revision throws, naming the revision and the line. */
public final class CodeFailure {

    private CodeFailure() {}

    /** The code failed before anything ran. */
    static RetortException before(RevisionScript script, Throwable failure) {
        return of(script, failure, "Nothing was run. Fix the class and try again.");
    }

    /** The code failed in its transaction, or between those of its parts. */
    public static RetortException during(RevisionScript script, Throwable failure) {
        return of(script, failure, "Its transaction was rolled back. Fix the class and try again.");
    }

    /** An error of the virtual machine is rethrown unchanged. */
    private static RetortException of(RevisionScript script, Throwable failure, String action) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
        Throwable cause = failure.getCause();
        Throwable thrown = failure instanceof UndeclaredThrowableException && cause != null ? cause : failure;
        RevisionCode code = Objects.requireNonNull(script.code());
        return new RetortException(
                "The code of revision " + script.revision().id() + " failed at " + CodeLine.of(thrown, code.type())
                        + ".",
                thrown + ".",
                action,
                thrown);
    }
}
