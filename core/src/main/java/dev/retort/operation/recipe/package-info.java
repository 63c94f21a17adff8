/* SPDX-License-Identifier: Apache-2.0 */
/** Sequences of operations that change a large table while other sessions write to it. */
@NullMarked
package dev.retort.operation.recipe;

import org.jspecify.annotations.NullMarked;
