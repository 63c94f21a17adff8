/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What all errors share: {@link dev.retort.error.RetortException} and its three-part message (what happened, why, what
 * to do). Every package may import this one; it imports nothing.
 */
@NullMarked
package dev.retort.error;

import org.jspecify.annotations.NullMarked;
