/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import java.util.List;

/**
 * The position of a new revision in the graph.
 *
 * @param downRevisions its parents: none for a new base, several for a merge
 * @param dependsOn its dependencies: labels as they were given, other names as whole ids
 * @since 0.1
 */
public record NewRevision(List<String> downRevisions, List<String> dependsOn) {

    /**
     * Copies the lists: the place never changes.
     *
     * @param downRevisions its parents: none for a new base, several for a merge
     * @param dependsOn its dependencies: labels as they were given, other names as whole ids
     */
    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
    }
}
