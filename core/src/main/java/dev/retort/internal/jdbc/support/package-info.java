/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Which servers, drivers and poolers Retort works with.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.jdbc.support;

import org.jspecify.annotations.NullMarked;
