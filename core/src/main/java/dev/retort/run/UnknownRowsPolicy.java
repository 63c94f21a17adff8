/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do about version rows that this build does not know.
 *
 * @param policy what the settings say
 * @param situation the situation with the unknown rows
 */
record UnknownRowsPolicy(UnknownRevision policy, Situation situation) {

    private static final Logger log = LoggerFactory.getLogger(UnknownRowsPolicy.class);

    /**
     * Lets a start go on when the settings do not care, or the history shows that the database is ahead of this build.
     *
     * @throws UnknownRevisionsException otherwise
     */
    void requireAhead() {
        if (policy == UnknownRevision.IGNORE) {
            return;
        }
        if (policy == UnknownRevision.AHEAD && situation.isAhead()) {
            log.warn(
                    "The database is ahead of this build: it is at {}, which the history shows to descend from this build's"
                            + " heads",
                    String.join(", ", situation.rows()));
            return;
        }
        throw new UnknownRevisionsException(situation.unknownRows(), why());
    }

    private String why() {
        if (policy == UnknownRevision.FAIL) {
            return "retort.unknown-revision=fail refuses that, whatever the history shows.";
        }
        return situation.state().recorded().keySet().containsAll(situation.unknownRows())
                ? "The history does not show that it descends from all heads of this build."
                : "The history does not hold it, so nobody can tell how it relates to this build.";
    }
}
