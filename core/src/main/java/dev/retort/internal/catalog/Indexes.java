/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The indexes that were read: those on their own and attached ones by relation, those of constraints by their oid. */
final class Indexes {

    private final ByOwner<Index> separate = new ByOwner<>();
    private final ByOwner<AttachedIndex> attached = new ByOwner<>();
    private final Map<Long, Index> ofConstraints = new HashMap<>();

    Indexes(List<IndexRow> rows) {
        for (IndexRow row : rows) {
            if (row.attached() != null) {
                attached.add(row.relation(), row.attached());
            }
            if (row.ofConstraint()) {
                ofConstraints.put(row.oid(), row.index());
            } else if (row.attached() == null) {
                separate.add(row.relation(), row.index());
            }
        }
    }

    /** {@return the indexes of a relation that are no constraint's} */
    List<Index> of(long relation) {
        return separate.of(relation);
    }

    /** {@return the indexes of a partition that are attached to indexes of its parent} */
    List<AttachedIndex> attached(long relation) {
        return attached.of(relation);
    }

    /** {@return the index of a constraint} */
    Index ofConstraint(long oid) {
        return Objects.requireNonNull(ofConstraints.get(oid), () -> "index " + oid);
    }
}
