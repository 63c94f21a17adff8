/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads and writes Retort's tables: version rows, history, script texts and the progress of autocommit statements.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.history;

import org.jspecify.annotations.NullMarked;
