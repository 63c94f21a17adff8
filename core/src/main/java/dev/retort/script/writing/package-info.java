/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How a script comes to be: {@link dev.retort.script.writing.NewScript} is what it shall say,
 * {@link dev.retort.script.writing.ScriptTemplate} makes a text of it, {@link dev.retort.script.writing.FileTemplate} a file
 * name, and {@link dev.retort.script.writing.ScriptWriter} a file, after the loader has read the text back. It stands apart
 * from {@code script} because nothing that reads or runs scripts needs it. May import what {@code script} may, and
 * {@code script} itself; the commands import it.
 */
@NullMarked
package dev.retort.script.writing;

import org.jspecify.annotations.NullMarked;
