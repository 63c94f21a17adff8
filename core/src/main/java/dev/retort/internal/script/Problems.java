/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong and reports it all at once. */
public final class Problems {

    private final List<ScriptProblem> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        found.add(new ScriptProblem(file, line, message));
    }

    public void add(String file, SqlSyntaxException problem) {
        add(file, problem.line(), problem.why() + " " + problem.action());
    }

    public int count() {
        return found.size();
    }

    /** Puts the problems of the file that was read last in order. */
    public void sortByLine(int first) {
        found.subList(first, found.size()).sort(Comparator.comparingInt(ScriptProblem::line));
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ScriptException(found);
        }
    }
}
