/* SPDX-License-Identifier: Apache-2.0 */
/** A Java revision that takes a bean which needs no database. */
@NullMarked
package dev.retort.boot.autoconfigure.ready;

import org.jspecify.annotations.NullMarked;
