/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the goals: parts by themselves, and whole builds of the project in {@code src/it}. */
@NullMarked
package dev.retort.maven;

import org.jspecify.annotations.NullMarked;
