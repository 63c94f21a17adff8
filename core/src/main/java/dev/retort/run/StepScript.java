/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
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
 * @param place the revision with its dependencies as ids
 * @param script the script of its revision, placeholders replaced
 * @param shown the same with its placeholders, whose values may be secret, for people to see
 * @param parts the parts of the script that the step's direction asks for
 */
record StepScript(Step step, Revision place, RevisionScript script, RevisionScript shown, List<ScriptPart> parts) {

    /** {@return what each step of a plan runs; whatever cannot run is refused here, before anything does} */
    static List<StepScript> of(Plan plan, Revisions revisions, Placeholders placeholders) {
        List<StepScript> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            RevisionScript shown = revisions.script(step.revision().id());
            RevisionScript script = placeholders.resolve(shown);
            steps.add(new StepScript(step, revisions.place(shown.revision().id()), script, shown, parts(step, script)));
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

    /** {@return the statements as people may see them} */
    List<SqlStatement> shownStatements() {
        List<SqlStatement> statements = new ArrayList<>();
        for (ScriptPart part : parts(step, shown)) {
            statements.addAll(part.statements());
        }
        return statements;
    }

    /** {@return a statement as people may see it: placeholders keep their lines} */
    SqlStatement shown(SqlStatement statement) {
        if (!shown.placeholders()) {
            return statement;
        }
        return parts(step, shown).stream()
                .flatMap(part -> part.statements().stream())
                .filter(candidate -> candidate.line() == statement.line())
                .findFirst()
                .orElse(statement);
    }
}
