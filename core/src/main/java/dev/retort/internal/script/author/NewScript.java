/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.graph.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The contents of a new script.
 *
 * @param revision its place in the graph
 * @param message what it does, on one line; may be empty
 * @param created when it was made
 * @param upgrade the statements of its upgrade; may be empty
 * @param downgrade the statements of its downgrade; may be empty
 */
public record NewScript(Revision revision, String message, Instant created, String upgrade, String downgrade) {

    /** Puts the message on one line and leaves out what a second does not tell. */
    public NewScript {
        message = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        created = created.truncatedTo(ChronoUnit.SECONDS);
        upgrade = upgrade.strip();
        downgrade = downgrade.strip();
    }
}
