/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.List;

/** What a script says about the way back. */
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
     * No way back: a downgrade that would cross the revision is refused before anything runs.
     *
     * @param reason the reason that the script gives, or that there is no downgrade section, or that it is empty
     * @param marked whether the script says itself that there is no way back
     */
    record Irreversible(String reason, boolean marked) implements DowngradeSection {}
}
