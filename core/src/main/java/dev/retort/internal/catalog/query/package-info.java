/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The session, the texts and the rows of catalog queries. The queries are resources beside these classes.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.catalog.query;

import org.jspecify.annotations.NullMarked;
