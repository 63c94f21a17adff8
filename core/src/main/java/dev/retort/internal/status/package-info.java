/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reports where a database is and compares scripts with the history; reads only.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.status;

import org.jspecify.annotations.NullMarked;
