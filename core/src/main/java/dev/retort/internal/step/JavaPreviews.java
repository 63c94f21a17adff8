/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.graph.Direction;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.operation.IrreversibleOperationException;
import dev.retort.run.IrreversibleException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of Java revisions before they run. Their code is called to show it, where that was asked for.
 * For a run it is called when its turn comes, and before that only to reverse an upgrade, once.
 */
public final class JavaPreviews {

    private final boolean shown;
    private final Map<Class<?>, Recording> reversals = new HashMap<>();

    /**
     * Creates the previews of a request.
     *
     * @param shown whether its plan is only shown
     */
    public JavaPreviews(boolean shown) {
        this.shown = shown;
    }

    /**
     * {@return a step, with the statements of its class if they are to be shown}
     *
     * @param context what the code works with
     * @throws IrreversibleException when there is no downgrade
     * @throws RetortException when the class cannot be created, or one of its operations is refused
     */
    public JavaStep of(Step step, Revision place, RevisionScript script, CodeContext context) {
        Migration migration = Objects.requireNonNull(script.code()).migration();
        boolean reversed = step.direction() == Direction.DOWNGRADE && !declaresDowngrade(migration);
        try {
            Known known = shown ? shown(step, script, context) : new Known(List.of(), null);
            Recording reversal = reversed ? reversal(script, context) : null;
            return new JavaStep(step, place, script, known.parts(), context, known.unknown(), reversal);
        } catch (IrreversibleOperationException e) {
            throw irreversible(script, withoutEnd(e.what()) + " " + withoutEnd(e.why()));
        } catch (RetortException e) {
            throw e;
        } catch (Throwable e) {
            throw CodeFailure.before(script, e);
        }
    }

    private record Known(List<ScriptPart> parts, @Nullable String unknown) {}

    private static Known shown(Step step, RevisionScript script, CodeContext context) {
        RevisionCode code = Objects.requireNonNull(script.code());
        Migration migration = code.migration();
        Consumer<Operations> part = step.direction() == Direction.UPGRADE ? migration::upgrade : migration::downgrade;
        try {
            return new Known(Recording.of(part, context, code.type()).parts(), null);
        } catch (UnrecordableException e) {
            return new Known(List.of(), e.getMessage());
        }
    }

    private static boolean declaresDowngrade(Migration migration) {
        try {
            Class<?> declaring = migration
                    .getClass()
                    .getMethod("downgrade", Operations.class)
                    .getDeclaringClass();
            return !declaring.equals(Migration.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every Migration has this method", e);
        }
    }

    /** Reversed at once, to be refused before anything runs. */
    private Recording reversal(RevisionScript script, CodeContext context) {
        RevisionCode code = Objects.requireNonNull(script.code());
        Recording known = reversals.get(code.type());
        if (known != null) {
            return known;
        }
        try {
            Recording reversal = Recording.of(code.migration()::upgrade, context, code.type())
                    .reversed();
            reversals.put(code.type(), reversal);
            return reversal;
        } catch (UnrecordableException e) {
            throw irreversible(
                    script, "it has no downgrade method, and its upgrade cannot be reversed: " + e.getMessage());
        }
    }

    private static IrreversibleException irreversible(RevisionScript script, String reason) {
        return new IrreversibleException(script.revision().id(), script.source(), reason);
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
