/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of another tool, as a reader found them.
 *
 * @param migrations the migrations in the order in which a new database gets them
 * @param byHand what it does not convert
 * @param notes what the reader of the report should know
 * @param problems what cannot be converted: with any of them, nothing is written
 * @param placeholders the placeholders that scripts use, by name; with an empty value where the configuration has none
 * @param settings the settings of Retort that take the place of the other tool's, by key
 * @param original runs the series with the other tool itself; {@code null} where its texts can be run as they are
 */
public record MigrationSeries(
        List<SourceMigration> migrations,
        List<ByHand> byHand,
        List<String> notes,
        List<String> problems,
        Map<String, String> placeholders,
        Map<String, String> settings,
        @Nullable OriginalRun original) {}
