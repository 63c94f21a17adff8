/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.internal.script.Placeholders;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.settings.RunPolicy;
import java.util.HashMap;
import java.util.Map;

/**
 * The values that steps put in for the placeholders of their scripts, and which of them the history keeps.
 *
 * @param policy has the values of the settings and the command
 * @param given the values of the command alone
 */
public record StepValues(RunPolicy policy, Map<String, String> given) {

    /** {@return a script of this build, or of the database, with its placeholders replaced} */
    RevisionScript resolve(RevisionScript script, Revisions revisions) {
        String id = script.revision().id();
        Map<String, String> kept = revisions.kept().get(id);
        if (kept == null) {
            return new Placeholders(policy.placeholders()).resolve(script);
        }
        Map<String, String> values = new HashMap<>(policy.placeholders());
        values.putAll(kept);
        values.putAll(given);
        return Placeholders.ofKept(values, id).resolveDowngrade(script);
    }

    /** {@return the values of a script that the history keeps} */
    Map<String, String> toKeep(RevisionScript script) {
        return policy.secrets().keptOf(new Placeholders(policy.placeholders()).usedBy(script));
    }
}
