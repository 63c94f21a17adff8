/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.name;

/**
 * A column of a table.
 *
 * @param table the table
 * @param column the column's name, unquoted
 */
public record ColumnName(QualifiedName table, String column) {}
