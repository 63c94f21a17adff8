/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.RevisionScript;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chain of the imported revisions. Those of an earlier import keep their parents, because databases may be at them; what
 * the other tool got since follows the last of them.
 *
 * @param parents the parent of each revision; none for the base
 */
record ImportedChain(Map<String, String> parents) {

    static ImportedChain of(List<SourceMigration> migrations, List<RevisionScript> existing) {
        Set<String> ids = migrations.stream().map(SourceMigration::id).collect(Collectors.toSet());
        Map<String, String> parents = new HashMap<>();
        Map<String, RevisionScript> there = new LinkedHashMap<>();
        existing.stream()
                .filter(script -> ids.contains(script.revision().id()))
                .forEach(script -> there.put(script.revision().id(), script));
        there.forEach((id, script) ->
                script.revision().downRevisions().stream().findFirst().ifPresent(down -> parents.put(id, down)));
        @Nullable
        String last = there.keySet().stream()
                .filter(id -> !parents.containsValue(id))
                .findFirst()
                .orElse(null);
        for (SourceMigration migration : migrations) {
            if (!there.containsKey(migration.id())) {
                if (last != null) {
                    parents.put(migration.id(), last);
                }
                last = migration.id();
            }
        }
        return new ImportedChain(parents);
    }

    /** {@return the parent of a revision; {@code null} for the base} */
    @Nullable
    String parentOf(String id) {
        return parents.get(id);
    }
}
