/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

/**
 * The version table as it is in the database, whichever tool made it.
 *
 * @param width how many characters a revision id may have; {@link Integer#MAX_VALUE} without a limit
 */
public record VersionTable(int width) {

    /** The width of the column as Retort creates it. */
    public static final int WIDTH = 128;
}
