/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * The grouping of steps into transactions.
 *
 * @since 0.1
 */
public enum TransactionMode {
    /** Each revision commits on its own. */
    PER_REVISION,
    /** All revisions of a run commit together; refused when one of them has autocommit parts. */
    ALL
}
