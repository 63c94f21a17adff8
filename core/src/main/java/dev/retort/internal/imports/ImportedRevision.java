/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.RevisionScript;

/**
 * A revision that an import writes.
 *
 * @param migration what it was made of
 * @param script the script as Retort reads it
 * @param text its text
 */
public record ImportedRevision(SourceMigration migration, RevisionScript script, String text) {}
