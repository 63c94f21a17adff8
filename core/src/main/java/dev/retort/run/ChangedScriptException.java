/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scripts were changed after they were applied.
 *
 * @since 0.1
 */
public final class ChangedScriptException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<ChangedScript> scripts;

    /**
     * Creates the error.
     *
     * @param scripts the scripts that differ from what was applied, at least one
     */
    public ChangedScriptException(List<ChangedScript> scripts) {
        super(
                scripts.size() == 1
                        ? "A " + noun(scripts) + " was changed after it was applied: " + list(scripts) + "."
                        : scripts.size() + " " + noun(scripts) + "s were changed after they were applied: "
                                + list(scripts) + ".",
                "The database has the changes of the old text; a new database would get those of the new text.",
                "Restore the text and put the change into a new revision; `validate` shows the change, `repair"
                        + " --accept` accepts it, and retort.changed-scripts=warn only warns.");
        this.scripts = List.copyOf(scripts);
    }

    /** A Java revision whose fingerprint changed is no script. */
    private static String noun(List<ChangedScript> scripts) {
        boolean allScripts = scripts.stream().allMatch(script -> script.source().endsWith(".sql"));
        return allScripts ? "script" : "revision";
    }

    private static String list(List<ChangedScript> scripts) {
        return scripts.stream()
                .map(script -> script.revision() + " (" + script.source() + ")")
                .collect(Collectors.joining(", "));
    }

    /** {@return the scripts} */
    public List<ChangedScript> scripts() {
        return scripts;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
