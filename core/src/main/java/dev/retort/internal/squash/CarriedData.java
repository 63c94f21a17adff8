/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The data statements that are carried over into a squashed revision, and those that are not.
 *
 * @param range the range
 * @param kept the ids of the revisions whose data statements are carried over
 */
record CarriedData(SquashRange range, Set<String> kept) {

    /** {@return what a request carries over} */
    static CarriedData of(SquashRange range, RevisionGraph graph, Set<String> targets) {
        Set<String> kept = new LinkedHashSet<>();
        for (String target : targets) {
            String id = graph.resolveOne(target).id();
            RevisionScript script = range.members().stream()
                    .filter(member -> member.revision().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new RetortException(
                            "The data of revision " + id + " cannot be carried over.",
                            "It is not in the range.",
                            "Name a revision of the range with --keep-data."));
            if (!DataStatements.isIn(script)) {
                throw new RetortException(
                        "Revision " + id + " has no data to carry over.",
                        "All statements of " + script.source() + " change the schema, and the squashed revision"
                                + " has these changes anyway.",
                        "Leave out --keep-data " + target + ".");
            }
            kept.add(id);
        }
        return new CarriedData(range, kept);
    }

    /** {@return the statements for the end of the upgrade} */
    String upgrade() {
        return text(range.members(), DataStatements::ofUpgrade);
    }

    /** {@return the statements for the beginning of the downgrade, in the opposite order of revisions} */
    String downgrade() {
        List<RevisionScript> reversed = new ArrayList<>(range.members());
        Collections.reverse(reversed);
        return text(reversed, DataStatements::ofDowngrade);
    }

    /** {@return the data statements that are not carried over, one line each} */
    List<String> left() {
        return range.members().stream()
                .filter(script -> !kept.contains(script.revision().id()))
                .flatMap(script -> DataStatements.lines(script).stream())
                .toList();
    }

    private String text(List<RevisionScript> scripts, Function<RevisionScript, List<ScriptPart>> section) {
        StringBuilder text = new StringBuilder();
        for (RevisionScript script : scripts) {
            List<ScriptPart> parts = kept.contains(script.revision().id()) ? section.apply(script) : List.of();
            if (!parts.isEmpty()) {
                text.append("\n-- Data of ").append(script.revision().id()).append('\n');
                parts.forEach(part -> append(part, text));
            }
        }
        return text.toString();
    }

    /** A comment at the end would hide the semicolon. */
    private static String ended(String statement) {
        String last = statement.substring(statement.lastIndexOf('\n') + 1);
        return statement + (last.contains("--") ? "\n;" : ";");
    }

    private static void append(ScriptPart part, StringBuilder text) {
        text.append(part.autocommit() ? "-- migrate: autocommit\n" : "");
        for (SqlStatement statement : part.statements()) {
            String data = statement.copyData();
            text.append(ended(statement.text())).append("\n").append(data == null ? "" : data + "\\.\n");
        }
        text.append(part.autocommit() ? "-- migrate: transaction\n" : "");
    }
}
