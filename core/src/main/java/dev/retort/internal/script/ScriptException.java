/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts cannot be used: every problem that was found, in all of them. */
public final class ScriptException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<ScriptProblem> problems;

    ScriptException(List<ScriptProblem> problems) {
        super(what(problems), why(problems), "No migration was run. Fix the problems above and try again.");
        this.problems = new ArrayList<>(problems);
    }

    private static String what(List<ScriptProblem> problems) {
        return problems.size() == 1
                ? "The revision scripts cannot be used."
                : "The revision scripts cannot be used: " + problems.size() + " problems.";
    }

    private static String why(List<ScriptProblem> problems) {
        return problems.stream().map(ScriptProblem::toString).collect(Collectors.joining("\n"));
    }

    /** {@return the problems in the order of the scripts} */
    public List<ScriptProblem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
