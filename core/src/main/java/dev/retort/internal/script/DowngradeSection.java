/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.List;

/** The downgrade of a script. */
public sealed interface DowngradeSection {

    /**
     * A downgrade that runs; no parts after {@code -- migrate: nothing}, or when the upgrade is empty too.
     *
     * @param parts the parts in order, without empty ones
     */
    record Reversible(List<ScriptPart> parts) implements DowngradeSection {
        /** Copies the parts. */
        public Reversible {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Irreversible: a downgrade that would cross the revision is refused before anything runs.
     *
     * @param reason the reason that the script gives, or that there is no downgrade section, or that it is empty
     * @param marked whether the script declares itself irreversible
     */
    record Irreversible(String reason, boolean marked) implements DowngradeSection {}
}
