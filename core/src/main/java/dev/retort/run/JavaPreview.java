/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.graph.Direction;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.operation.IrreversibleOperationException;
import dev.retort.script.RevisionCode;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptPart;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a Java revision before it runs: to show it, and to refuse what cannot work.
 *
 * @param context what its code works with
 * @param unknown why its statements are not known; {@code null} where they are
 */
record JavaPreview(CodeContext context, @Nullable String unknown) {

    /**
     * {@return a step with the statements that its class asks for, as far as they can be known}
     *
     * @throws IrreversibleException when the way back does not exist
     * @throws RetortException when the class asks for something that is refused
     */
    static StepScript of(Step step, Revision place, RevisionScript script, CodeContext context) {
        RevisionCode code = Objects.requireNonNull(script.code());
        Migration migration = code.migration();
        boolean up = step.direction() == Direction.UPGRADE;
        Consumer<Operations> part = up ? migration::upgrade : migration::downgrade;
        try {
            List<ScriptPart> parts = Recording.of(part, context, code.type()).parts();
            return new StepScript(step, place, script, script, parts, new JavaPreview(context, null));
        } catch (UnrecordableException e) {
            return new StepScript(step, place, script, script, List.of(), new JavaPreview(context, e.getMessage()));
        } catch (IrreversibleOperationException e) {
            throw new IrreversibleException(
                    script.revision().id(), script.source(), withoutEnd(e.what()) + " " + withoutEnd(e.why()));
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RetortException(
                    "The code of revision " + script.revision().id() + " failed at " + CodeLine.of(e, code.type())
                            + ".",
                    e + ".",
                    "Nothing was run. Correct the class, then start again.",
                    e);
        }
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
