/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the comparison: its law on a real server, and its parts. */
@NullMarked
package dev.retort.diff;

import org.jspecify.annotations.NullMarked;
