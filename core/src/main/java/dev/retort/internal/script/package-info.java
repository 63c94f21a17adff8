/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Revision scripts as values: sections, parts, checksums, manifest, placeholders and the rules for statements.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.script;

import org.jspecify.annotations.NullMarked;
