/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/**
 * The direction of a step.
 *
 * @since 0.1
 */
public enum Direction {
    /** Applies the revision. */
    UPGRADE,
    /** Downgrades the revision. */
    DOWNGRADE
}
