/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.script.ScriptSource;
import dev.retort.script.ScriptStock;
import dev.retort.script.Scripts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scripts of one run: their stock at once, themselves when somebody needs them. Where their stock cannot be taken they
 * are read at once, so that what is wrong with them is told before anybody connects. For one thread.
 */
final class ScriptsInHand {

    private static final Logger log = LoggerFactory.getLogger(ScriptsInHand.class);

    private final ScriptSource source;
    private final @Nullable ScriptStock stock;
    private @Nullable Scripts scripts;
    private @Nullable Revisions revisions;

    private ScriptsInHand(ScriptSource source, @Nullable ScriptStock stock) {
        this.source = source;
        this.stock = stock;
        if (stock == null) {
            read();
        }
    }

    /** Reads the scripts. */
    static ScriptsInHand read(ScriptSource source) {
        return new ScriptsInHand(source, null);
    }

    /** Takes stock of the scripts, and reads them later if ever. */
    static ScriptsInHand stocked(ScriptSource source) {
        return new ScriptsInHand(source, source.stock().orElse(null));
    }

    /** {@return the stock as it was taken without reading; {@code null} when it was not} */
    @Nullable
    ScriptStock stock() {
        return stock;
    }

    /** Warns of locations without scripts, unless there are Java revisions. */
    void warnOfEmptyLocations() {
        if (stock != null && !stock.empty().isEmpty()) {
            log.warn(
                    "There are no revision scripts in {}. Write the first one with the command `revision -m"
                            + " \"<message>\"`, or correct retort.locations; retort.on-missing-scripts=fail makes this an"
                            + " error.",
                    String.join(", ", stock.empty()));
        }
    }

    /** {@return the scripts and what they were read from} */
    Scripts read() {
        Scripts read = scripts;
        if (read == null) {
            read = source.read();
            scripts = read;
        }
        return read;
    }

    /** {@return the scripts with the graph that they form} */
    Revisions revisions() {
        Revisions formed = revisions;
        if (formed == null) {
            formed = Revisions.of(read().all());
            revisions = formed;
        }
        return formed;
    }
}
