/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What to do with version rows that no script of this build has.
 *
 * @since 0.1
 */
public enum UnknownRevision {
    /** Starts with a warning when the history shows that they descend from this build's heads; otherwise fails. */
    AHEAD,
    /** Fails. */
    FAIL,
    /** Continues without a check. */
    IGNORE
}
