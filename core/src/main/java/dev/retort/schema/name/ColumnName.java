/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

/**
 * A column of a table.
 *
 * @param table the table
 * @param column the column's name, unquoted
 * @since 0.1
 */
public record ColumnName(QualifiedName table, String column) {}
