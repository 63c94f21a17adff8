/* SPDX-License-Identifier: Apache-2.0 */
/** Scratch databases on a real server. */
@NullMarked
package dev.retort.scratch;

import org.jspecify.annotations.NullMarked;
