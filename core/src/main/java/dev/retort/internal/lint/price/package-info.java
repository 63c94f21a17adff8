/* SPDX-License-Identifier: Apache-2.0 */

/**
 * Turns passes over tables into time by the sizes of a database, and time into the severity of a finding.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint.price;

import org.jspecify.annotations.NullMarked;
