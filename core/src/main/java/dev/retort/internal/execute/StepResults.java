/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.plan.Decision;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.step.PlannedStep;
import dev.retort.run.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the results of steps. */
final class StepResults {

    private StepResults() {}

    /**
     * {@return the result of a step with the statements as they go to the server}
     *
     * @param statements the statements
     */
    static StepResult of(PlannedStep script, List<SqlStatement> statements, Duration took) {
        List<String> sql = new ArrayList<>();
        if (script.unknown() != null) {
            sql.add("-- " + script.script().source() + " shows its statements only when it runs: " + script.unknown()
                    + ".");
        }
        int shown = Math.min(script.shownAtMost(), statements.size());
        for (SqlStatement statement : statements.subList(0, shown)) {
            String data = statement.copyData();
            sql.add(statement.text() + ";" + (data == null ? "" : "\n" + data + "\\."));
        }
        if (shown < statements.size()) {
            sql.add("-- and " + (statements.size() - shown) + " more statements");
        }
        return new StepResult(
                script.revision(),
                script.script().revision().downRevisions(),
                script.script().message(),
                script.rowsAfter(),
                took,
                sql);
    }

    /** {@return the results that a plan would have} */
    static List<StepResult> planned(Decision.Execute decision) {
        List<StepResult> results = new ArrayList<>();
        for (PlannedStep step : decision.steps()) {
            results.add(of(step, step.shownStatements(), Duration.ZERO));
        }
        return results;
    }
}
