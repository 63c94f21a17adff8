/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables that a statement names, itself or by one of their indexes. */
final class NamedTables {

    private NamedTables() {}

    static List<RelationFacts> in(List<String> words, CatalogFacts catalog) {
        Set<String> named = Set.copyOf(words);
        Set<Long> found = new LinkedHashSet<>();
        for (RelationFacts relation : catalog.relations().values()) {
            if (names(named, relation.name().name())) {
                found.add(
                        relation.index() == null
                                ? relation.oid()
                                : relation.index().table());
            }
        }
        List<RelationFacts> tables = new ArrayList<>();
        for (Long oid : found) {
            RelationFacts table = catalog.relation(oid);
            if (table != null && (table.kind() == 'r' || table.kind() == 'p')) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static boolean names(Set<String> words, String name) {
        return words.contains(Identifiers.quote(name)) || words.contains('"' + name.replace("\"", "\"\"") + '"');
    }
}
