/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Index;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code pg_index}.
 *
 * @param oid its oid
 * @param relation the oid of its table or materialized view
 * @param index the index
 * @param ofConstraint whether it is there for a constraint
 * @param attached what is known of it when it is attached to an index of a parent
 */
record IndexRow(
        long oid,
        long relation,
        Index index,
        boolean ofConstraint,
        @Nullable AttachedIndex attached) {}
