/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.run.PartialRevisionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The step of a revision that is an SQL script.
 *
 * @param step the step of the graph's plan
 * @param place the revision with its dependencies as ids
 * @param script its script, placeholders replaced
 * @param shown the same with its placeholders, whose values may be secret, for people to see
 * @param placeholders the values of its placeholders that the history keeps
 * @param originals the steps that the history records instead; none unless the revision is squashed
 */
public record SqlStep(
        Step step,
        Revision place,
        RevisionScript script,
        RevisionScript shown,
        Map<String, String> placeholders,
        List<Step> originals)
        implements PlannedStep {

    @Override
    public List<ScriptPart> parts() {
        return script.parts(step.direction());
    }

    @Override
    public List<SqlStatement> shownStatements() {
        return PlannedStep.statements(shown.parts(step.direction()));
    }

    /** Placeholders keep their lines. */
    @Override
    public SqlStatement shown(SqlStatement statement) {
        if (!shown.placeholders()) {
            return statement;
        }
        return shownStatements().stream()
                .filter(candidate -> candidate.line() == statement.line())
                .findFirst()
                .orElse(statement);
    }

    @Override
    public int shownAtMost() {
        return Integer.MAX_VALUE;
    }

    @Override
    public @Nullable String unknown() {
        return null;
    }

    @Override
    public String sourceKind() {
        return "script";
    }

    @Override
    public boolean hasStatementsInSource() {
        return true;
    }

    @Override
    public PartialRevisionException edited(int line) {
        return new PartialRevisionException(
                revision(),
                "Its script was edited: the statement at " + script.source() + ":" + line
                        + " is not the one that an earlier run started.",
                "Restore the script, finish the step, and put the change into a new revision.");
    }

    @Override
    public PartialRevisionException endsBefore(int last) {
        return edited(1);
    }
}
