/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes revisions of the migrations of another tool. A reader for each tool makes {@code SourceMigration}s of its files; from
 * there on all are the same: {@code SectionText} translates transactions and markers, {@code RevisionText} adds the header.
 */
@NullMarked
package dev.retort.internal.imports;

import org.jspecify.annotations.NullMarked;
