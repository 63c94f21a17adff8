/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs the statements of revisions on a scratch database, one at a time, and records what each did: locks, passes over
 * tables, file numbers and changes of the catalog. Knows no rules.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.lint.measure;

import org.jspecify.annotations.NullMarked;
