/* SPDX-License-Identifier: Apache-2.0 */
/** A Java revision that takes a bean with a DataSource. */
@NullMarked
package dev.retort.boot.autoconfigure.tapping;

import org.jspecify.annotations.NullMarked;
