/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One migrator at a time: the polled session advisory lock.
 */
@NullMarked
package dev.retort.lock;

import org.jspecify.annotations.NullMarked;
