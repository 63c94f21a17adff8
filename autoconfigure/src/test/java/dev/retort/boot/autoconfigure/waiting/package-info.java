/* SPDX-License-Identifier: Apache-2.0 */
/** A Java revision that takes a bean which waits for the migrations. */
@NullMarked
package dev.retort.boot.autoconfigure.waiting;

import org.jspecify.annotations.NullMarked;
