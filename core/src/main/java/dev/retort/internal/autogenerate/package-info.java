/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From a model to the difference: reads the database and a scratch database in which the model, or all revisions, were
 * created, and compares them. Reached through {@link dev.retort.Authoring}.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.autogenerate;

import org.jspecify.annotations.NullMarked;
