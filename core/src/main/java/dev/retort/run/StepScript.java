/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Direction;
import dev.retort.graph.Step;
import dev.retort.script.DowngradeSection;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptPart;
import dev.retort.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step runs.
 *
 * @param step the step
 * @param script the script of its revision
 * @param parts the parts of the script that the step's direction asks for
 */
record StepScript(Step step, RevisionScript script, List<ScriptPart> parts) {

    static StepScript of(Step step, RevisionScript script) {
        return new StepScript(step, script, parts(step, script));
    }

    private static List<ScriptPart> parts(Step step, RevisionScript script) {
        if (step.direction() == Direction.UPGRADE) {
            return script.upgrade();
        }
        if (script.downgrade() instanceof DowngradeSection.Irreversible irreversible) {
            throw new IrreversibleException(step.revision().id(), script.source(), irreversible.reason());
        }
        return ((DowngradeSection.Reversible) script.downgrade()).parts();
    }

    String revision() {
        return step.revision().id();
    }

    String operation() {
        return PlanChecks.operation(step);
    }

    boolean hasAutocommit() {
        for (ScriptPart part : parts) {
            if (part.autocommit()) {
                return true;
            }
        }
        return false;
    }

    List<SqlStatement> statements() {
        List<SqlStatement> statements = new ArrayList<>();
        for (ScriptPart part : parts) {
            statements.addAll(part.statements());
        }
        return statements;
    }
}
