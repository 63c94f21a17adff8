/* SPDX-License-Identifier: Apache-2.0 */
/** A Java revision whose code a test gives. */
@NullMarked
package dev.retort.run.sample;

import org.jspecify.annotations.NullMarked;
