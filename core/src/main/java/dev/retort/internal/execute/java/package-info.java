/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Steps whose revision is a Java class: its code runs and its statements are sent as it calls for them.
 *
 * <p>Internal: types may change at any time.
 */
@NullMarked
package dev.retort.internal.execute.java;

import org.jspecify.annotations.NullMarked;
