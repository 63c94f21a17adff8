/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.status.Hold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines that commands print about a hold. */
public final class HoldLines {

    private HoldLines() {}

    /** {@return the line for a hold that is in force; empty without a hold} */
    public static List<String> of(@Nullable Hold hold) {
        return hold == null
                ? List.of()
                : List.of("Held at " + hold.place() + " by " + hold.origin()
                        + ": starting services do not upgrade until `upgrade`, `stamp` or a build with a new head.");
    }

    /** {@return the line for a hold that a run ended or would end; empty without a hold} */
    static List<String> ended(@Nullable Hold hold, boolean dryRun) {
        return hold == null
                ? List.of()
                : List.of((dryRun ? "The run would end the hold of " : "The run ended the hold of ") + hold.origin()
                        + ".");
    }

    /** {@return a hold as {@code --json} prints it} */
    public static @Nullable Map<String, @Nullable Object> json(@Nullable Hold hold) {
        if (hold == null) {
            return null;
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("rows", hold.rows());
        answer.put("since", hold.since().toString());
        answer.put("principal", hold.principal());
        return answer;
    }
}
