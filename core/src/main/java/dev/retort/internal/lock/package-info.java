/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The session advisory lock that lets one process migrate at a time.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lock;

import org.jspecify.annotations.NullMarked;
