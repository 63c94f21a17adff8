/* SPDX-License-Identifier: Apache-2.0 */
/** A Java revision between two scripts. */
@NullMarked
package dev.retort.maven.sample;

import org.jspecify.annotations.NullMarked;
