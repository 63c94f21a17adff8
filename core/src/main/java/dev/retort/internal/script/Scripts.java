/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.List;

/**
 * All scripts of a build, read in one go.
 *
 * @param all the scripts in the order of the locations, then of their paths below them
 * @param manifest what the files were that they were read from
 */
public record Scripts(List<RevisionScript> all, ScriptManifest manifest) {

    /** Copies the list. */
    public Scripts {
        all = List.copyOf(all);
    }
}
