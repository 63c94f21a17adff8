/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.List;

/**
 * The position of a migration in the graph of a tool that has one.
 *
 * @param parents the parents; none for a base, several for a merge
 * @param labels the labels of its branch
 * @param dependsOn the revisions and labels that it requires without being their child
 */
public record RevisionPlace(List<String> parents, List<String> labels, List<String> dependsOn) {

    /** Copies the lists. */
    public RevisionPlace {
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }
}
