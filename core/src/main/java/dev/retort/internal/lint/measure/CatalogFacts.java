/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the catalog for the rules.
 *
 * @param relations all relations by OID, without those of the system
 * @param enums all enum types by OID
 * @param domainChecks the constraints of domains by OID
 */
public record CatalogFacts(
        Map<Long, RelationFacts> relations, Map<Long, EnumFacts> enums, Map<Long, DomainCheck> domainChecks) {

    /** Copies the maps. */
    public CatalogFacts {
        relations = Map.copyOf(relations);
        enums = Map.copyOf(enums);
        domainChecks = Map.copyOf(domainChecks);
    }

    /** {@return a relation; {@code null} when it does not exist} */
    public @Nullable RelationFacts relation(long oid) {
        return relations.get(oid);
    }

    /** Looks a relation up by its name with schema. */
    public Optional<RelationFacts> named(String name) {
        return relations.values().stream()
                .filter(relation -> relation.toString().equals(name))
                .findFirst();
    }
}
