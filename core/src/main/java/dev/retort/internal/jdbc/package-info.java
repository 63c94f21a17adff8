/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One connection and its rules: session settings, transactions, SQLSTATEs, detection of transaction poolers. Only
 * this package uses the driver's own API.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.jdbc;

import org.jspecify.annotations.NullMarked;
