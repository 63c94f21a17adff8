/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Step;
import dev.retort.script.DowngradeSection;
import dev.retort.script.Placeholders;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptPart;
import dev.retort.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step runs.
 *
 * @param step the step
 * @param script the script of its revision, placeholders replaced
 * @param parts the parts of the script that the step's direction asks for
 */
record StepScript(Step step, RevisionScript script, List<ScriptPart> parts) {

    /** {@return what each step of a plan runs; whatever cannot run is refused here, before anything does} */
    static List<StepScript> of(Plan plan, Revisions revisions, Placeholders placeholders) {
        List<StepScript> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            RevisionScript script =
                    placeholders.resolve(revisions.script(step.revision().id()));
            steps.add(new StepScript(step, script, parts(step, script)));
        }
        return steps;
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
        return operation(step.direction());
    }

    static String operation(Direction direction) {
        return switch (direction) {
            case UPGRADE -> "upgrade";
            case DOWNGRADE -> "downgrade";
        };
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
