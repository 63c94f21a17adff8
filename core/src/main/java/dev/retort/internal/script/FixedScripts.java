/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.List;
import java.util.Optional;

/**
 * Scripts that are at hand: no run may use the fast path for them.
 *
 * @param all the scripts
 */
public record FixedScripts(List<RevisionScript> all) implements ScriptRepository {

    private static final ScriptManifest NOT_COUNTED = new ScriptManifest(-1, "", List.of());

    /** Copies the list. */
    public FixedScripts {
        all = List.copyOf(all);
    }

    @Override
    public Scripts read() {
        return new Scripts(all, NOT_COUNTED);
    }

    @Override
    public Optional<ScriptManifest> manifest() {
        return Optional.empty();
    }
}
