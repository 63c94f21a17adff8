/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Revision scripts: where they are found, how their header and sections are read, and what is refused before anything
 * runs. Turns locations into {@link dev.retort.script.RevisionScript}s.
 */
@NullMarked
package dev.retort.script;

import org.jspecify.annotations.NullMarked;
