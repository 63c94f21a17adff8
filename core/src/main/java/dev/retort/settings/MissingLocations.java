/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What happens when a location does not exist.
 *
 * @since 0.1
 */
public enum MissingLocations {
    /** It is an error: a mistyped location must not look like a service without migrations. */
    FAIL,
    /** It is treated as empty. */
    IGNORE
}
