/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The conductor: reads the state, makes the plan, runs its steps, and records what happened. The facade is its only caller.
 */
@NullMarked
package dev.retort.run;

import org.jspecify.annotations.NullMarked;
