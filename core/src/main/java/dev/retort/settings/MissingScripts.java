/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What to do about a location that does not exist, or has no scripts.
 *
 * @since 0.1
 */
public enum MissingScripts {
    /** Logs a warning and continues: a new service has no scripts yet. */
    WARN,
    /** Refuses to run. */
    FAIL
}
