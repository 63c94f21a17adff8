/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.run.PartialRevisionException;

/**
 * The errors of a Java revision that runs again after a part of it was committed, and does not come by where it was.
 */
final class RestartMismatch {

    private RestartMismatch() {}

    /** The code issues another statement than the one that ran at this position. */
    static PartialRevisionException at(PlannedStep step, int line) {
        return new PartialRevisionException(
                step.revision(),
                "At " + place(step, line)
                        + " its class runs another statement than the one that an earlier run committed or started"
                        + " at this position. Either the class was edited, or its statements depend on rows that it"
                        + " changed itself.",
                waysToContinue(step));
    }

    /** The code ends although more statements were run. */
    static PartialRevisionException endsBefore(PlannedStep step, int last) {
        return new PartialRevisionException(
                step.revision(),
                "Its class " + step.script().source() + " runs " + last
                        + " statements, and an earlier run committed more. Either the class was edited, or the"
                        + " number of its statements depends on rows that it changed itself.",
                waysToContinue(step));
    }

    private static String waysToContinue(PlannedStep step) {
        return "Let the class run the statements of the earlier run first, in their order: revert the edit, or take"
                + " the values from rows that its statements do not change. If the committed changes can stay and"
                + " the whole revision can run again: repair " + step.revision() + " --statement restart.";
    }

    /** A statement is done, and what the code would read of it was not kept. */
    static PartialRevisionException answerUnknown(PlannedStep step, NumberedStatement statement) {
        return new PartialRevisionException(
                step.revision(),
                "The statement at " + place(step, statement.sql().line())
                        + " is done, and its result is not known: a repair marked it as done, or an older build ran"
                        + " it.",
                "If the class does not need the result, let it run the statement with execute(...). If the"
                        + " committed changes can stay and the whole revision can run again:"
                        + " repair"
                        + " " + step.revision() + " --statement restart.");
    }

    /** What a statement answered does not fit into the progress table. */
    static RetortException tooLarge(PlannedStep step, NumberedStatement statement) {
        return new RetortException(
                "The result of the statement at " + place(step, statement.sql().line()) + " is too large to be stored.",
                "The statement commits before its revision ends; if the code runs again, it reads the stored"
                        + " result, which has at most 1,048,576 characters.",
                "Write fewer rows at a time, or write with update() and then run a query.");
    }

    private static String place(PlannedStep step, int line) {
        return step.script().source() + ":" + line;
    }
}
