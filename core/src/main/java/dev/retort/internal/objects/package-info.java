/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads object files: one file for each view, function, procedure or trigger, which are part of the model beside the entities or
 * a {@code schema.sql}.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.objects;

import org.jspecify.annotations.NullMarked;
