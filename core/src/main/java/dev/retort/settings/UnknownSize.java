/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What {@code lint} takes a table for whose size it does not know.
 *
 * @since 0.1
 */
public enum UnknownSize {
    /** A warning in place of what would be an error. */
    WARN,
    /** Every limit is exceeded. */
    LARGE,
    /** No limit is exceeded. */
    SMALL
}
