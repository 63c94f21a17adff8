/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Decides what a request means for a database: state of scripts and database, checks, planners and the fast path at
 * head.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.plan;

import org.jspecify.annotations.NullMarked;
