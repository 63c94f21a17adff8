/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.name.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The former name of a table or a column of the model. Unlike a {@link Rename}, which is requested once, it stays
 * in the source: if the database does not have the former name, it has no effect.
 *
 * @param table the table, under its present name
 * @param column the column, under its present name; {@code null} if the table was renamed
 * @param formerly the former name
 * @since 0.1
 */
public record FormerName(QualifiedName table, @Nullable String column, String formerly) {}
