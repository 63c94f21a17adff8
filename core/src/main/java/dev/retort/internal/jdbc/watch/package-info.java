/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A second session that samples who blocks a statement and how far an index build is.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.jdbc.watch;

import org.jspecify.annotations.NullMarked;
