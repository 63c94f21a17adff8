/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/**
 * Which way a step goes.
 *
 * @since 0.1
 */
public enum Direction {
    /** Applies the revision. */
    UPGRADE,
    /** Takes the revision back. */
    DOWNGRADE
}
