/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import java.nio.file.Path;

/**
 * A file of a project, and what it becomes.
 *
 * @param file the file
 * @param before its text; empty when it does not exist
 * @param after its new text
 */
public record ProjectFile(Path file, String before, String after) {}
