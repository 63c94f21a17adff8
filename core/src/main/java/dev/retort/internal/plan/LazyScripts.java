/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.internal.script.Scripts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scripts of one run: their manifest at once, the scripts when they are needed. If there is no manifest they are
 * read at once, so that their problems are reported before a connection is opened. For one thread.
 */
public final class LazyScripts {

    private static final Logger log = LoggerFactory.getLogger(LazyScripts.class);

    private final ScriptRepository source;
    private final @Nullable ScriptManifest manifest;
    private @Nullable Scripts scripts;
    private @Nullable Revisions revisions;

    private LazyScripts(ScriptRepository source, @Nullable ScriptManifest manifest) {
        this.source = source;
        this.manifest = manifest;
        if (manifest == null) {
            read();
        }
    }

    /** Reads the scripts. */
    public static LazyScripts read(ScriptRepository source) {
        return new LazyScripts(source, null);
    }

    /** Creates the manifest of the scripts, and reads them only when needed. */
    public static LazyScripts inManifest(ScriptRepository source) {
        return new LazyScripts(source, source.manifest().orElse(null));
    }

    /** {@return the manifest that was created without reading; {@code null} if there is none} */
    @Nullable
    ScriptManifest manifest() {
        return manifest;
    }

    /** Warns of locations without scripts, unless there are Java revisions. */
    public void warnOfEmptyLocations() {
        if (manifest != null && !manifest.empty().isEmpty()) {
            log.warn(
                    "There are no revision scripts in {}. Write the first one with the command `revision -m"
                            + " \"<message>\"` (with Maven: mvn retort:revision -Dretort.args=\"-m '<message>'\";"
                            + " --autogenerate generates it from the entities), or correct retort.locations;"
                            + " retort.on-missing-scripts=fail makes this an error.",
                    String.join(", ", manifest.empty()));
        }
    }

    /** {@return the scripts and what they were read from} */
    public Scripts read() {
        Scripts read = scripts;
        if (read == null) {
            read = source.read();
            scripts = read;
        }
        return read;
    }

    /** {@return the scripts with the graph that they form} */
    public Revisions revisions() {
        Revisions formed = revisions;
        if (formed == null) {
            formed = Revisions.of(read().all());
            revisions = formed;
        }
        return formed;
    }
}
