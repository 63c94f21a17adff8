/* SPDX-License-Identifier: Apache-2.0 */
/** Finds the history table of another tool in a database, and the tool that it belongs to. The runs import this. */
@NullMarked
package dev.retort.internal.adopt.tool;

import org.jspecify.annotations.NullMarked;
