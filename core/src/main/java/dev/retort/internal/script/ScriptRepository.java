/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.Optional;

/** Reads the scripts of a build, again at each call. Safe for use by several threads. */
public interface ScriptRepository {

    /**
     * Reads and understands all scripts.
     *
     * @throws ScriptException naming every problem of every script
     */
    Scripts read();

    /**
     * Creates the manifest of the scripts without parsing them, where possible: entries of an archive by its directory,
     * files in folders by their bytes.
     *
     * @return what {@link #read} would have read; empty if it cannot be determined without reading, or reading would
     *     report problems
     */
    Optional<ScriptManifest> manifest();
}
