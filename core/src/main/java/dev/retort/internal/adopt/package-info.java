/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Takes a database over from another tool: finds its history table, translates its rows into revisions, and writes version
 * rows, history and guard in one transaction. Imports what reads and writes the database; the runs import this.
 */
@NullMarked
package dev.retort.internal.adopt;

import org.jspecify.annotations.NullMarked;
