/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reports about a database: revisions with their state, findings of {@code validate}, entries of the
 * history.
 */
@NullMarked
package dev.retort.status;

import org.jspecify.annotations.NullMarked;
