/* SPDX-License-Identifier: Apache-2.0 */
/** The migration lock. */
@NullMarked
package dev.retort.lock;

import org.jspecify.annotations.NullMarked;
