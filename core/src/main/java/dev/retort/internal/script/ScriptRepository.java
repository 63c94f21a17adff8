/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.Optional;

/** Where the scripts of a build come from; asked anew each time. Safe for use by several threads. */
public interface ScriptRepository {

    /**
     * Reads and understands all scripts.
     *
     * @throws ScriptException naming every problem of every script
     */
    Scripts read();

    /**
     * Counts and stamps the scripts without reading them, where that can be done: entries of an archive by what its directory
     * says, files in folders by their bytes.
     *
     * @return what {@link #read} would have read; empty when that cannot be told, or reading would find problems already
     */
    Optional<ScriptManifest> manifest();
}
