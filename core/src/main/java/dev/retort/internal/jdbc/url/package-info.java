/* SPDX-License-Identifier: Apache-2.0 */
/**
 * URLs of PostgreSQL's driver and libpq's connection parameters.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.jdbc.url;

import org.jspecify.annotations.NullMarked;
