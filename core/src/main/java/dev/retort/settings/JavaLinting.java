/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What {@code lint} does with revisions that are Java classes.
 *
 * @since 0.1
 */
public enum JavaLinting {
    /** Reports them as not measured: they may have effects outside of the database. */
    NOT_MEASURED,
    /** Runs them on the scratch database. */
    RUN
}
