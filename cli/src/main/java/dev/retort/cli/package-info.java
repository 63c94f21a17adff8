/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands, once: the stand-alone jar ends here, and so will every other way to give them. A command asks a
 * {@link dev.retort.cli.Workspace} for what it works on and calls the facade {@link dev.retort.Retort}, like everybody else.
 */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
