/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.run.UnknownRevisionsException;
import dev.retort.settings.UnknownRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy for version rows that this build does not know.
 *
 * @param policy what the settings say
 * @param migrationState the state with the unknown rows
 */
public record UnknownRowsPolicy(UnknownRevision policy, MigrationState migrationState) {

    private static final Logger log = LoggerFactory.getLogger(UnknownRowsPolicy.class);

    /**
     * Lets a start continue when the settings do not care, or the history shows that the database is ahead of this build.
     *
     * @throws UnknownRevisionsException otherwise
     */
    public void requireAhead() {
        if (policy == UnknownRevision.IGNORE) {
            return;
        }
        if (policy == UnknownRevision.AHEAD && migrationState.isAhead()) {
            log.warn(
                    "The database is ahead of this build: it is at {}, which the history shows to descend from this"
                            + " build's"
                            + " heads",
                    String.join(", ", migrationState.rows()));
            return;
        }
        throw new UnknownRevisionsException(migrationState.unknownRows(), why());
    }

    private String why() {
        if (policy == UnknownRevision.FAIL) {
            return "retort.unknown-revision=fail refuses that, whatever the history shows.";
        }
        return migrationState.state().recorded().keySet().containsAll(migrationState.unknownRows())
                ? "The history does not show that it descends from all heads of this build."
                : "The history has no record of it, so Retort cannot tell how it relates to this build.";
    }
}
