/* SPDX-License-Identifier: Apache-2.0 */
/** The executable jar's main class. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
