/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.graph.Target;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.run.IrreversibleException;
import dev.retort.run.RunKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a step runs.
 *
 * @param step the step
 * @param place the revision with its dependencies as ids
 * @param script the script of its revision, placeholders replaced
 * @param shown the same with its placeholders, whose values may be secret, for people to see
 * @param parts the parts of the step's direction; of a Java revision, as far as they are known before it runs
 * @param placeholders the values of its placeholders that the history keeps
 * @param preview what is known of a Java revision before it runs; {@code null} for a script
 * @param originals the steps that the history records instead, in their order; none unless the revision is squashed
 */
public record StepStatements(
        Step step,
        Revision place,
        RevisionScript script,
        RevisionScript shown,
        List<ScriptPart> parts,
        Map<String, String> placeholders,
        @Nullable JavaPreview preview,
        List<Step> originals) {

    /** A step of a revision that replaces no other. */
    StepStatements(
            Step step,
            Revision place,
            RevisionScript script,
            RevisionScript shown,
            List<ScriptPart> parts,
            Map<String, String> placeholders,
            @Nullable JavaPreview preview) {
        this(step, place, script, shown, parts, placeholders, preview, List.of());
    }

    /** {@return what each step of a plan runs; whatever cannot run is refused here, before anything does} */
    public static List<StepStatements> of(Plan plan, Revisions revisions, StepValues values, JavaSteps javaSteps) {
        List<StepStatements> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            RevisionScript shown = revisions.script(step.revision().id());
            RevisionScript script = values.resolve(shown, revisions);
            Revision place = revisions.place(shown.revision().id());
            requireReversible(step, script);
            steps.add(
                    script.code() == null
                            ? new StepStatements(
                                    step,
                                    place,
                                    script,
                                    shown,
                                    parts(step, script),
                                    values.toKeep(shown),
                                    null,
                                    originals(step, script, revisions))
                            : javaSteps.of(step, place, script));
        }
        return steps;
    }

    /** {@return the steps that lead from the version rows before to those after where nothing is squashed} */
    private static List<Step> originals(Step step, RevisionScript script, Revisions revisions) {
        if (script.squash() == null) {
            return List.of();
        }
        boolean up = step.direction() == Direction.UPGRADE;
        List<Step> steps = new ArrayList<>(revisions
                .originals()
                .upgrade(
                        up ? step.rowsBefore() : step.rowsAfter(),
                        Target.parse(script.revision().id()))
                .steps());
        if (!up) {
            Collections.reverse(steps);
            steps.replaceAll(one -> new Step(
                    one.revision(),
                    Direction.DOWNGRADE,
                    /* rowsBefore= */ one.rowsAfter(),
                    /* rowsAfter= */ one.rowsBefore()));
        }
        return steps;
    }

    /** Makes the steps of Java revisions. */
    @FunctionalInterface
    public interface JavaSteps {
        /** {@return what the step of a Java revision runs} */
        StepStatements of(Step step, Revision place, RevisionScript script);
    }

    private static void requireReversible(Step step, RevisionScript script) {
        if (step.direction() == Direction.DOWNGRADE
                && script.downgrade() instanceof DowngradeSection.Irreversible irreversible) {
            throw new IrreversibleException(step.revision().id(), script.source(), irreversible.reason());
        }
    }

    private static List<ScriptPart> parts(Step step, RevisionScript script) {
        return step.direction() == Direction.UPGRADE
                ? script.upgrade()
                : ((DowngradeSection.Reversible) script.downgrade()).parts();
    }

    /** {@return the class of a Java revision} */
    public RevisionCode code() {
        return Objects.requireNonNull(script.code());
    }

    public boolean isJava() {
        return script.code() != null;
    }

    /** {@return what is known of a Java revision before it runs} */
    public JavaPreview javaPreview() {
        return Objects.requireNonNull(preview);
    }

    public String revision() {
        return step.revision().id();
    }

    public RunKind operation() {
        return operation(step.direction());
    }

    public static RunKind operation(Direction direction) {
        return switch (direction) {
            case UPGRADE -> RunKind.UPGRADE;
            case DOWNGRADE -> RunKind.DOWNGRADE;
        };
    }

    public boolean hasAutocommit() {
        for (ScriptPart part : parts) {
            if (part.autocommit()) {
                return true;
            }
        }
        return false;
    }

    /** {@return the statements as people may see them} */
    public List<SqlStatement> shownStatements() {
        List<SqlStatement> statements = new ArrayList<>();
        for (ScriptPart part : isJava() ? parts : parts(step, shown)) {
            statements.addAll(part.statements());
        }
        return statements;
    }

    /** {@return a statement as people may see it: placeholders keep their lines} */
    public SqlStatement shown(SqlStatement statement) {
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
