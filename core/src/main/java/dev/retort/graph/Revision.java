/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.List;

/**
 * One node of the revision graph.
 *
 * @param id the revision id, {@code [A-Za-z0-9_]+} in scripts
 * @param downRevisions the parents; empty for a base, several for a merge point
 * @param branchLabels the branch labels of this revision
 * @param dependsOn ids or labels of revisions that must be applied before, without being parents
 * @since 0.1
 */
public record Revision(String id, List<String> downRevisions, List<String> branchLabels, List<String> dependsOn) {

    /**
     * Copies the lists: a revision never changes.
     *
     * @param id the revision id, {@code [A-Za-z0-9_]+} in scripts
     * @param downRevisions the parents; empty for a base, several for a merge point
     * @param branchLabels the branch labels of this revision
     * @param dependsOn ids or labels of revisions that must be applied before, without being parents
     */
    public Revision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }
}
