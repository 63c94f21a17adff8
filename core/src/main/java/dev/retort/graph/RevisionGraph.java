/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The graph of revisions: immutable once loaded, safe for use by several threads. */
public final class RevisionGraph {

    private final List<Revision> revisions;

    private RevisionGraph(List<Revision> revisions) {
        this.revisions = revisions;
    }

    /**
     * Loads a graph.
     *
     * @param revisions the revisions in load order; the order decides only how equals are listed
     * @return the graph
     * @throws GraphException when the revisions do not form a graph
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return new RevisionGraph(List.copyOf(revisions));
    }

    /** {@return all revisions in load order} */
    public List<Revision> revisions() {
        return revisions;
    }

    /** {@return whether a revision with exactly this id exists} */
    public boolean contains(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** {@return the revision with exactly this id} */
    public Revision get(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** {@return the ids of revisions without children, in load order} */
    public List<String> heads() {
        throw new UnsupportedOperationException();
    }

    /** {@return the ids of revisions that nothing needs, in load order: the version rows of a database that has everything} */
    public List<String> effectiveHeads() {
        throw new UnsupportedOperationException();
    }

    /** {@return every revision that the rows stand upon, the rows themselves included} */
    public Set<String> appliedBy(Collection<String> rows) {
        throw new UnsupportedOperationException(rows.toString());
    }

    /** {@return all revisions, every one after all that it needs} */
    public List<Revision> inOrder() {
        throw new UnsupportedOperationException();
    }

    /** {@return the one revision that the target stands for} */
    public Revision resolveOne(String target) {
        throw new UnsupportedOperationException(target);
    }

    /**
     * Plans an upgrade: all that the target stands upon and that is not applied.
     *
     * @param rows the current version rows
     * @param target a target as Alembic reads it
     */
    public Plan upgrade(Collection<String> rows, String target) {
        throw new UnsupportedOperationException(target);
    }

    /** Plans a downgrade: all applied revisions that stand upon a child of the target. */
    public Plan downgrade(Collection<String> rows, String target) {
        throw new UnsupportedOperationException(target);
    }

    /** {@return the version rows after stamping the targets} */
    public Set<String> stamp(Collection<String> rows, List<String> targets) {
        throw new UnsupportedOperationException(targets.toString());
    }
}
