/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Revision scripts: where they are found, how their header and sections are read, and what is refused before anything
 * runs. {@link dev.retort.script.ScriptLoader} turns locations into {@link dev.retort.script.RevisionScript}s, and
 * {@link dev.retort.script.Placeholders} makes their statements ready to run. May import {@code graph}, {@code sql},
 * {@code migration} and {@code render}.
 */
@NullMarked
package dev.retort.script;

import org.jspecify.annotations.NullMarked;
