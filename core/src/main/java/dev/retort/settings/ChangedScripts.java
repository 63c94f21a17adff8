/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What to do with scripts that were changed after they were applied.
 *
 * @since 0.1
 */
public enum ChangedScripts {
    /** Refuses to run. */
    FAIL,
    /** Logs a warning and continues. */
    WARN,
    /** Continues. */
    IGNORE
}
