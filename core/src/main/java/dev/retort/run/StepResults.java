/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.sql.SqlStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the results of steps. */
final class StepResults {

    private StepResults() {}

    /** {@return the result of a step with the statements as they go to the server} */
    static StepResult of(StepScript script, Duration took) {
        List<String> sql = new ArrayList<>();
        JavaPreview preview = script.preview();
        if (preview != null && preview.unknown() != null) {
            sql.add("-- " + script.script().source() + " shows its statements only when it runs: " + preview.unknown()
                    + ".");
        }
        for (SqlStatement statement : script.shownStatements()) {
            String data = statement.copyData();
            sql.add(statement.text() + ";" + (data == null ? "" : "\n" + data + "\\."));
        }
        return new StepResult(
                script.revision(),
                script.script().revision().downRevisions(),
                script.script().message(),
                StepRunner.rowsAfter(script),
                took,
                sql);
    }

    /** {@return the results that a plan would have} */
    static List<StepResult> planned(Decision.Go decision) {
        List<StepResult> results = new ArrayList<>();
        for (StepScript step : decision.steps()) {
            results.add(of(step, Duration.ZERO));
        }
        return results;
    }
}
