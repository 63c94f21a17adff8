/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionCode;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.step.CodeContext;
import dev.retort.internal.step.Recording;
import dev.retort.internal.step.UnrecordableException;
import dev.retort.migration.AllowFinding;
import dev.retort.migration.RunArguments;
import dev.retort.settings.JavaLinting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Java revisions as scripts of the statements that their code runs: the code is called, and its statements are written down
 * instead of sent.
 */
final class JavaScripts {

    private final JavaLinting how;
    private final CodeContext context;
    private final Map<String, String> reasons = new HashMap<>();

    JavaScripts(JavaLinting how, int majorVersion) {
        this.how = how;
        this.context = CodeContext.of(majorVersion, RunArguments.none());
    }

    /** {@return a revision as a script; a Java revision itself when its statements are not known, for a {@link #reason}} */
    RevisionScript of(RevisionScript script) {
        RevisionCode code = script.code();
        if (code == null) {
            return script;
        }
        if (how == JavaLinting.NOT_MEASURED) {
            return without(
                    script,
                    "It can have effects outside of the database; retort.lint.java=run or --run-java runs its code.");
        }
        try {
            return as(
                    script,
                    Recording.of(code.migration()::upgrade, context, code.type())
                            .parts());
        } catch (UnrecordableException e) {
            return without(script, "Its statements depend on the database: " + e.getMessage() + ".");
        } catch (RetortException e) {
            return without(script, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return without(script, "Its code failed: " + e + ".");
        }
    }

    private RevisionScript without(RevisionScript script, String reason) {
        reasons.put(script.revision().id(), reason);
        return script;
    }

    private static RevisionScript as(RevisionScript script, List<ScriptPart> parts) {
        return new RevisionScript(
                script.revision(),
                script.source(),
                script.message(),
                script.created(),
                false,
                parts,
                script.downgrade(),
                script.checksum(),
                "",
                null);
    }

    /** {@return what the class of a Java revision allows; empty for another} */
    static List<Suppression> allowed(RevisionScript script) {
        RevisionCode code = script.code();
        return code == null
                ? List.of()
                : Arrays.stream(code.type().getAnnotationsByType(AllowFinding.class))
                        .map(Suppression::of)
                        .toList();
    }

    /** {@return why a Java revision is not measured} */
    String reason(RevisionScript script) {
        return reasons.getOrDefault(script.revision().id(), "");
    }
}
