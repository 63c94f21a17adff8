/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.MappingFacts;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a mapping of classes for its comparison with a database.
 *
 * @param facts what the mapping knows beside its DDL, every name in a schema
 * @param schema the schema in which the session finds names without one
 * @param stated the rules that the revisions state so far, as their marks write them, each with the revision that stated it
 * @param tolerated the kinds of rules that the database may have beside those that are stated
 * @since 0.1
 */
public record MappingContext(
        MappingFacts facts, @Nullable String schema, Map<String, String> stated, Set<Tolerance> tolerated) {

    /**
     * Copies everything.
     *
     * @param facts what the mapping knows beside its DDL, every name in a schema
     * @param schema the schema in which the session finds names without one
     * @param stated the rules that the revisions state so far, as their marks write them, each with the revision that
     *     stated it
     * @param tolerated the kinds of rules that the database may have beside those that are stated
     */
    public MappingContext {
        stated = Map.copyOf(stated);
        tolerated = Set.copyOf(tolerated);
    }

    /** {@return the context of a mapping of which nothing more is known} */
    public static MappingContext unknown() {
        return new MappingContext(MappingFacts.NONE, "public", Map.of(), Tolerance.all());
    }

    /**
     * {@return this context with other kinds tolerated}
     *
     * @param other the kinds of rules that the database may have beside those that are stated
     */
    public MappingContext tolerating(Set<Tolerance> other) {
        return new MappingContext(facts, schema, stated, other);
    }

    /**
     * {@return this context with other facts}
     *
     * @param other the facts in place of these
     */
    public MappingContext with(MappingFacts other) {
        return new MappingContext(other, schema, stated, tolerated);
    }

    /**
     * {@return this context with other rules stated so far}
     *
     * @param other the rules that the revisions state so far
     */
    public MappingContext stating(Map<String, String> other) {
        return new MappingContext(facts, schema, other, tolerated);
    }

    /**
     * {@return whether a kind is tolerated}
     *
     * @param kind the kind of a rule
     */
    public boolean tolerates(Tolerance kind) {
        return tolerated.contains(kind);
    }
}
