/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.retort.status.ValidationFinding;
import java.util.List;

/** The changes in a script since it was applied, as {@code diff -u} prints them. */
public final class ScriptDiff {

    private static final int CONTEXT = 3;

    private ScriptDiff() {}

    /** {@return the lines; empty when one of the texts is missing} */
    public static List<String> of(ValidationFinding finding) {
        String applied = finding.appliedText();
        String text = finding.text();
        if (applied == null || text == null) {
            return List.of();
        }
        List<String> before = applied.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "as applied",
                String.valueOf(finding.source()),
                before,
                DiffUtils.diff(before, text.lines().toList()),
                CONTEXT);
    }
}
