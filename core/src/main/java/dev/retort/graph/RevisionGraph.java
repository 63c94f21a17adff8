/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of revisions: immutable once loaded, safe for use by several threads.
 *
 * <p>A revision <em>needs</em> its parents and its dependencies; its <em>ancestors</em> are all revisions reachable
 * through needs, itself included. The version rows of a database are those of its applied revisions that are no
 * ancestors of another applied revision. Retort reads targets as Alembic does ("Relative Migration Identifiers" and
 * "Working with Branches" in its documentation); where Alembic would guess, a target is refused.
 *
 * @since 0.1
 */
public final class RevisionGraph {

    private final Nodes nodes;
    private final TargetNames targetNames;

    private RevisionGraph(Nodes nodes) {
        this.nodes = nodes;
        this.targetNames = new TargetNames(nodes);
    }

    /**
     * Loads a graph.
     *
     * @param revisions the revisions in load order; the order decides only how equals are listed
     * @return the graph
     * @throws GraphException when the revisions do not form a graph
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return of(revisions, Map.of());
    }

    /**
     * Loads a graph in which some revisions replace others.
     *
     * @param revisions the revisions in load order; the order decides only how equals are listed
     * @param squashed for each revision that a squashed revision replaces, the id of that one
     * @return the graph
     * @throws GraphException when the revisions do not form a graph, or a replaced revision is one of them
     */
    public static RevisionGraph of(Collection<Revision> revisions, Map<String, String> squashed) {
        return new RevisionGraph(GraphLoader.load(revisions, squashed));
    }

    /**
     * {@return the id of the squashed revision that replaces a revision; empty when none does}
     *
     * @param id the whole id; neither an abbreviation nor a label
     */
    public Optional<String> squashedInto(String id) {
        return Optional.ofNullable(nodes.squashed().get(id));
    }

    /** {@return all revisions in load order} */
    public List<Revision> revisions() {
        return nodes.revisions();
    }

    /**
     * {@return whether a revision with exactly this id exists}
     *
     * @param id the whole id; neither an abbreviation nor a label
     */
    public boolean contains(String id) {
        return nodes.withId(id) >= 0;
    }

    /**
     * {@return the revision with exactly this id}
     *
     * @param id the whole id; neither an abbreviation nor a label
     * @throws GraphException {@link GraphError#NOT_FOUND} when no revision has it
     */
    public Revision get(String id) {
        return nodes.revision(nodes.require(id));
    }

    /**
     * {@return the ids of the revisions that have this one as a parent, in load order}
     *
     * @param id the whole id; neither an abbreviation nor a label
     * @throws GraphException {@link GraphError#NOT_FOUND} when no revision has it
     */
    public List<String> children(String id) {
        return nodes.ids(nodes.parents().up(nodes.require(id)));
    }

    /**
     * {@return the ids of all that must be applied before this one: parents, then dependencies with labels resolved}
     *
     * @param id the whole id; neither an abbreviation nor a label
     * @throws GraphException {@link GraphError#NOT_FOUND} when no revision has it
     */
    public List<String> needs(String id) {
        return nodes.ids(nodes.needs().down(nodes.require(id)));
    }

    /**
     * {@return the ids of this revision and of all its ancestors, by parents alone, in load order}
     *
     * @param id the whole id; neither an abbreviation nor a label
     * @throws GraphException {@link GraphError#NOT_FOUND} when no revision has it
     */
    public Set<String> lineage(String id) {
        return new LinkedHashSet<>(nodes.ids(nodes.parents().below(nodes.require(id))));
    }

    /** {@return the ids of revisions without children, in load order} */
    public List<String> heads() {
        return nodes.ids(nodes.parents().leaves());
    }

    /**
     * {@return the ids of revisions that nothing needs, in load order: the version rows of a database that has
     * everything}
     */
    public List<String> effectiveHeads() {
        return nodes.ids(nodes.needs().leaves());
    }

    /** {@return the ids of revisions without parents, in load order} */
    public List<String> bases() {
        return nodes.ids(nodes.parents().roots());
    }

    /** {@return the ids of revisions with several children, in load order} */
    public List<String> branchPoints() {
        return nodes.ids(nodes.parents().forks());
    }

    /** {@return the ids of revisions with several parents, in load order} */
    public List<String> mergePoints() {
        return nodes.ids(nodes.parents().joins());
    }

    /**
     * {@return for each revision that has some, the labels that belong to it: its own, those of its ancestors, and
     * those of descendants on the same unbranched line}
     */
    public Map<String, Set<String>> labels() {
        return new BranchLabels(nodes).byRevision();
    }

    /**
     * {@return the rows and all their ancestors, in load order}
     *
     * @param rows the current version rows, whole ids
     * @throws GraphException {@link GraphError#NOT_FOUND} when a row is not the id of a revision
     */
    public Set<String> appliedBy(Collection<String> rows) {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(nodes.ids(CurrentRows.of(nodes, rows).applied())));
    }

    /**
     * {@return the revisions to show as current: the rows, and revisions applied only because something depends on them}
     *
     * @param rows the current version rows, whole ids
     * @throws GraphException {@link GraphError#NOT_FOUND} when a row is not the id of a revision
     */
    public List<String> current(Collection<String> rows) {
        return nodes.ids(nodes.parents().leaves(CurrentRows.of(nodes, rows).applied()));
    }

    /**
     * {@return whether the rows are exactly the effective heads}
     *
     * @param rows the current version rows; unknown ones make it {@code false}
     */
    public boolean isAtHeads(Collection<String> rows) {
        return Set.copyOf(rows).equals(Set.copyOf(effectiveHeads()));
    }

    /** {@return all revisions, every one after all that it needs} */
    public List<Revision> inOrder() {
        return nodes.revisions(nodes.order());
    }

    /**
     * {@return all revisions that the target resolves to; none for the base}
     *
     * @param target a target as Alembic reads it, such as {@code heads}, a label or a partial id; not one that counts
     *     steps
     * @throws GraphException when it is unknown or ambiguous
     */
    public List<Revision> resolveAll(String target) {
        return nodes.revisions(targetNames.many(Target.Named.of(target)));
    }

    /**
     * {@return the revision that the target resolves to; empty for the base}
     *
     * @param target a target as Alembic reads it, such as {@code head}, a label or a partial id; not one that counts
     *     steps
     * @throws GraphException when it is unknown, ambiguous or means several revisions
     */
    public Optional<Revision> resolve(String target) {
        int node = targetNames.one(Target.Named.of(target));
        return node == Nodes.BELOW_BASE ? Optional.empty() : Optional.of(nodes.revision(node));
    }

    /**
     * {@return the one revision that the target resolves to}
     *
     * @param target a target as Alembic reads it, such as {@code head}, a label or a partial id; not one that counts
     *     steps
     * @throws GraphException when it is unknown, ambiguous or means several revisions
     */
    public Revision resolveOne(String target) {
        return nodes.revision(targetNames.revision(Target.Named.of(target)));
    }

    /**
     * Plans an upgrade: all ancestors of the target that are not applied.
     *
     * @param rows the current version rows
     * @param target the target, not a range
     * @return the plan; without steps when everything is applied
     */
    public Plan upgrade(Collection<String> rows, Target target) {
        return new Upgrades(nodes, targetNames).plan(CurrentRows.of(nodes, rows), target);
    }

    /**
     * Plans a downgrade: all applied revisions that descend from a child of the target.
     *
     * @param rows the current version rows
     * @param target the target, not a range
     * @return the plan; without steps when the database is at the target
     * @throws GraphException when the target is unknown or ambiguous, or no downgrade from the rows leads to it
     */
    public Plan downgrade(Collection<String> rows, Target target) {
        return new Downgrades(nodes, targetNames).plan(CurrentRows.of(nodes, rows), target);
    }

    /**
     * Plans a script that upgrades, without a database.
     *
     * @param range {@code from:to}, or a target alone to start from the base
     * @return the plan, whose {@link Plan#rowsBefore()} are the version rows that the database must have
     */
    public Plan upgradeScript(Target range) {
        return new ScriptRanges(nodes, targetNames).upgrade(range);
    }

    /**
     * Plans a script that downgrades, without a database.
     *
     * @param range {@code from:to}
     * @return the plan, whose {@link Plan#rowsBefore()} are the version rows that the database must have
     */
    public Plan downgradeScript(Target range) {
        return new ScriptRanges(nodes, targetNames).downgrade(range);
    }

    /**
     * {@return the version rows after stamping the targets}
     *
     * @param rows the current version rows
     * @param targets the targets, which neither count steps nor are ranges
     * @throws GraphException when a row or a target is unknown
     */
    public Set<String> stamp(Collection<String> rows, List<Target> targets) {
        return new Stamps(nodes, targetNames).rows(CurrentRows.of(nodes, rows), targets);
    }

    /**
     * Lists the revisions of a range, the newest first.
     *
     * @param rows the current version rows, which are used only if the range has {@code current}
     * @param range {@code from:to}, either end of which may be left out
     * @return the revisions, each before all that it needs
     */
    public List<Revision> history(Collection<String> rows, Target range) {
        return new Histories(nodes, targetNames).list(List.copyOf(rows), TargetForms.range(range));
    }

    /**
     * Finds the parents of a new revision.
     *
     * @param targets its parents; {@code base} for a new base
     * @param splice whether its parents may already have children
     * @param dependsOn ids, abbreviations or labels of its dependencies
     * @return the parents and dependencies for its header
     */
    public NewRevision newRevision(List<String> targets, boolean splice, List<String> dependsOn) {
        return new NewRevisions(nodes, targetNames).place(targets, splice, dependsOn);
    }
}
