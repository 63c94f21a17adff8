/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One class for each kind of object that is compared.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.diff.compare;

import org.jspecify.annotations.NullMarked;
