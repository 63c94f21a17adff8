/* SPDX-License-Identifier: Apache-2.0 */
/** Failure analyzers. */
@NullMarked
package dev.retort.boot.failure;

import org.jspecify.annotations.NullMarked;
