/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.scratch.ServerWide;
import dev.retort.model.ModelStatement;
import java.util.List;
import java.util.Set;

/** Refuses a proof that would create roles or databases: both series run on one server, the second would meet those of the first. */
final class SharedByDatabases {

    private static final Set<String> CHANGES = Set.of("create", "alter", "drop");

    private SharedByDatabases() {}

    static void refuseIn(ImportPlan plan, RunConditions conditions) {
        List<String> found =
                plan.revisions().stream().flatMap(one -> in(one).stream()).toList();
        if (!found.isEmpty()) {
            throw new RetortException(
                    conditions.failed().replaceFirst("\\.$", "; nothing was run and nothing was written."),
                    "The migrations would run in scratch databases of one server, and these statements change what all of its databases share:\n"
                            + String.join("\n", found),
                    "Import without " + conditions.option() + ". To run the rest, copy the migrations to another folder"
                            + " without these statements and name it: import <tool> " + conditions.option()
                            + " --dry-run --from <folder>.");
        }
    }

    private static List<String> in(ImportedRevision revision) {
        String file = revision.migration().upgrade().file();
        return ServerWide.in(revision.script().upgrade().stream()
                        .flatMap(part -> part.statements().stream())
                        .filter(statement -> statement.copyData() == null)
                        .flatMap(statement -> ModelStatement.split(statement.text(), line -> file).stream())
                        .filter(statement -> CHANGES.contains(statement.tokens().get(0)))
                        .toList())
                .stream()
                .map(line -> line.replaceFirst(" is refused: .*", ""))
                .toList();
    }
}
