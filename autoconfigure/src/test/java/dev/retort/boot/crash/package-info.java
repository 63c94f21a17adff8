/* SPDX-License-Identifier: Apache-2.0 */
/** Applications that are killed while they migrate. */
@NullMarked
package dev.retort.boot.crash;

import org.jspecify.annotations.NullMarked;
