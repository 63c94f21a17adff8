/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

/**
 * The state of a revision in a database.
 *
 * @since 0.1
 */
public enum RevisionState {
    /** Applied, and its script is the one that was applied. */
    APPLIED,
    /** Not applied. */
    PENDING,
    /** Applied, but its script was changed afterwards. */
    CHANGED,
    /** Applied according to the database, but this build has no script of it. */
    UNKNOWN,
    /** Applied according to the database, and this build has it only as a part of a squashed revision. */
    SQUASHED,
    /** Stopped between autocommit statements. */
    PARTIAL
}
