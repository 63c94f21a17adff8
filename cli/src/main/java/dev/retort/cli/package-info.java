/* SPDX-License-Identifier: Apache-2.0 */
/** The commands as a program, stand-alone and in an application; the executable jar's main class. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
