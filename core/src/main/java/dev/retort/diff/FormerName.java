/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * That a table or a column of the model had another name before. Unlike a {@link Rename}, which a person asks for once, it
 * stays in the source: where it does not fit what the database has, it means nothing.
 *
 * @param table the table, under its present name
 * @param column the column, under its present name; {@code null} when it is the table that had another one
 * @param formerly the former name
 * @since 0.1
 */
public record FormerName(QualifiedName table, @Nullable String column, String formerly) {}
