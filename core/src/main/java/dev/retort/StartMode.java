/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

/**
 * What {@link Retort#start} does.
 *
 * @since 0.1
 */
public enum StartMode {
    /** Upgrades the database to the target. */
    UPGRADE,
    /** Fails unless the database is at the target; changes nothing. */
    VALIDATE,
    /** Waits until another process has brought the database to the target; changes nothing. */
    WAIT,
    /** Does not touch the database. */
    NONE
}
