/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Carries out requests on a live connection: decides, takes the lock, decides again, runs the plan and records what
 * happened.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.execute;

import org.jspecify.annotations.NullMarked;
