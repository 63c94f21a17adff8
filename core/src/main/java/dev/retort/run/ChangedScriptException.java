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
                "The database has what the old text did; a new database would get what the new text does.",
                "Restore the text and put the change into a new revision; `validate` shows what was changed, `repair"
                        + " --accept` lets it stand, and retort.changed-scripts=warn goes on in spite of it.");
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
