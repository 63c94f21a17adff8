/* SPDX-License-Identifier: Apache-2.0 */
/** The tools whose migrations can be imported, by the names that the command has for them. */
@NullMarked
package dev.retort.internal.imports.tool;

import org.jspecify.annotations.NullMarked;
