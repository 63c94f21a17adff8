/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.schema.part.Index;

/**
 * A row of {@code pg_index}.
 *
 * @param oid its oid
 * @param relation the oid of its table or materialized view
 * @param index the index
 * @param ofConstraint whether it is there for a constraint
 */
record IndexRow(long oid, long relation, Index index, boolean ofConstraint) {}
