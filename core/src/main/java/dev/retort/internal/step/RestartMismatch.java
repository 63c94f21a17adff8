/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.run.PartialRevisionException;

/** The errors of a Java revision that runs again after a part of it was committed, and does not come by where it was. */
final class RestartMismatch {

    private RestartMismatch() {}

    /** The code asks for another statement than the one that was run in its place. */
    static PartialRevisionException at(StepStatements step, int line) {
        return new PartialRevisionException(
                step.revision(),
                "At " + place(step, line)
                        + " its class asks for another statement than the one that an earlier run committed,"
                        + " or began, in its place. Either the class was edited since, or what it asks for follows from"
                        + " rows that its own statements changed.",
                waysOn(step));
    }

    /** The code ends although more statements were run. */
    static PartialRevisionException endsBefore(StepStatements step, int last) {
        return new PartialRevisionException(
                step.revision(),
                "Its class " + step.script().source() + " asks for " + last
                        + " statements, and an earlier run committed more. Either the class was edited since, or how"
                        + " often it asks follows from rows that its own statements changed.",
                waysOn(step));
    }

    private static String waysOn(StepStatements step) {
        return "Have the class ask for the statements of the earlier run first, in their order: undo the edit, or take"
                + " the values from what its statements do not change. If what is committed may stay and the whole may run"
                + " again: repair " + step.revision() + " --statement restart.";
    }

    /** A statement is done, and what the code would read of it was not kept. */
    static PartialRevisionException answerUnknown(StepStatements step, NumberedStatement statement) {
        return new PartialRevisionException(
                step.revision(),
                "The statement at " + place(step, statement.sql().line())
                        + " is done, and what it answered is not known: a repair settled it, or an older build ran it.",
                "If the class does not need the answer, have it run the statement with execute(...). If what is"
                        + " committed may stay and the whole may run again:"
                        + " repair"
                        + " " + step.revision() + " --statement restart.");
    }

    /** What a statement answered does not fit into the progress table. */
    static RetortException tooLarge(StepStatements step, NumberedStatement statement) {
        return new RetortException(
                "The answer of the statement at " + place(step, statement.sql().line()) + " is too large to be kept.",
                "The statement is committed before its revision is done; should the code run again, it reads the"
                        + " answer that was kept, which has at most 1,048,576 characters.",
                "Write fewer rows at a time, or write with update() and ask afterwards.");
    }

    private static String place(StepStatements step, int line) {
        return step.script().source() + ":" + line;
    }
}
