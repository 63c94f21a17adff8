/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import static dev.retort.boot.model.AggregateTables.names;
import static dev.retort.boot.model.AggregateTables.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.AggregatePath;

/**
 * The columns with which a table within an aggregate references its parent: the id of the nearest enclosing entity
 * that has one, and the keys of the lists and maps between them.
 */
final class BackReference {

    private final AggregatePath path;
    private final ColumnTypes types;
    private final Map<String, TableDraft> drafts;

    BackReference(AggregatePath path, ColumnTypes types, Map<String, TableDraft> drafts) {
        this.path = path;
        this.types = types;
        this.drafts = drafts;
    }

    void addTo(TableDraft draft, TableDraft parent) {
        AggregatePath owner = path.getIdDefiningParentPath();
        TableDraft ownerDraft = drafts.get(sql(owner.getTableInfo().qualifiedTableName()));
        List<String> ownerIds = names(owner.getTableInfo().idColumnInfos());
        List<String> references = names(path.getTableInfo().backReferenceColumnInfos());
        for (int i = 0; i < references.size() && i < ownerIds.size(); i++) {
            draft.reference(references.get(i), ownerDraft == null ? "bigint" : ownerDraft.typeOf(ownerIds.get(i)));
        }
        List<String> outerKeys = keys(path.getParentPath(), owner, draft);
        List<String> key = ownKey(draft);
        List<String> outer = joined(references, outerKeys);
        if (outerKeys.isEmpty() || parent.primaryKey().size() != outer.size()) {
            draft.foreignKey(references, sql(owner.getTableInfo().qualifiedTableName()), ownerIds);
        } else {
            draft.foreignKey(outer, parent.name(), parent.primaryKey());
        }
        if (path.getRequiredLeafEntity().hasIdProperty()) {
            draft.primaryKey(names(path.getTableInfo().idColumnInfos()));
        } else if (isUniqueUpTo(owner)) {
            draft.primaryKey(joined(outer, key));
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private List<String> ownKey(TableDraft draft) {
        return keys(path, path.getParentPath(), draft);
    }

    /** {@return the key columns of the lists and maps from one path up to another, outermost first} */
    private List<String> keys(@Nullable AggregatePath from, @Nullable AggregatePath to, TableDraft draft) {
        List<String> keys = new ArrayList<>();
        for (AggregatePath each = from; each != null && !each.equals(to); each = each.getParentPath()) {
            if (each.isQualified()) {
                String column =
                        sql(each.getTableInfo().getRequiredQualifierColumnInfo().name());
                draft.reference(column, types.ofKey(each.getTableInfo().getRequiredQualifierColumnType()));
                keys.add(0, column);
            }
        }
        return keys;
    }

    /** A set has no key: only an id of its entities can distinguish its rows. */
    private boolean isUniqueUpTo(AggregatePath owner) {
        for (AggregatePath each = path; each != null && !each.equals(owner); each = each.getParentPath()) {
            if (each.isMultiValued() && !each.isQualified()) {
                return false;
            }
            if (each.isRoot()) {
                return true;
            }
        }
        return true;
    }
}
