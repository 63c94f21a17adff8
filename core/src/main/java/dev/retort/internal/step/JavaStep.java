/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.run.PartialRevisionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The step of a revision that is a Java class.
 *
 * @param step the step of the graph's plan
 * @param place the revision with its dependencies as ids
 * @param script what the class states of its revision
 * @param parts its statements, if they were asked for before it runs and are known then
 * @param context what its code works with
 * @param unknown why its statements cannot be shown; {@code null} where they can, or need not be
 * @param reversal the operations of its upgrade, if the downgrade is its reversal; otherwise {@code null}
 */
public record JavaStep(
        Step step,
        Revision place,
        RevisionScript script,
        List<ScriptPart> parts,
        CodeContext context,
        @Nullable String unknown,
        @Nullable Recording reversal)
        implements PlannedStep {

    /** Code may run any number of statements. */
    private static final int SHOWN = 1000;

    /** {@return the class of the revision} */
    public RevisionCode code() {
        return Objects.requireNonNull(script.code());
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of();
    }

    @Override
    public List<Step> originals() {
        return List.of();
    }

    @Override
    public List<SqlStatement> shownStatements() {
        return PlannedStep.statements(parts);
    }

    @Override
    public SqlStatement shown(SqlStatement statement) {
        return statement;
    }

    @Override
    public int shownAtMost() {
        return SHOWN;
    }

    @Override
    public String sourceKind() {
        return "class";
    }

    @Override
    public boolean hasStatementsInSource() {
        return false;
    }

    @Override
    public PartialRevisionException edited(int line) {
        return RestartMismatch.at(this, line);
    }

    @Override
    public PartialRevisionException endsBefore(int last) {
        return RestartMismatch.endsBefore(this, last);
    }
}
