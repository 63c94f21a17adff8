/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds script files in folders, jars and on the class path.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.script.file;

import org.jspecify.annotations.NullMarked;
