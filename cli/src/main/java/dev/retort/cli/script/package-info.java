/* SPDX-License-Identifier: Apache-2.0 */
/** The commands that create, edit and list files of the source folder: scripts, templates, settings. */
@NullMarked
package dev.retort.cli.script;

import org.jspecify.annotations.NullMarked;
