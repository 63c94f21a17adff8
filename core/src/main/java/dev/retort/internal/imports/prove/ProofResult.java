/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a proof.
 *
 * @param objects how many objects of the catalog were compared
 * @param tables how many tables and sequences were compared
 * @param differences what differs; none when the import is proven
 * @param notes what differs with each run, whichever tool runs it
 */
public record ProofResult(int objects, int tables, List<String> differences, List<String> notes) {

    /** Copies the lists. */
    public ProofResult {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /** {@return the same with more notes} */
    ProofResult withNotes(List<String> more) {
        return new ProofResult(
                objects,
                tables,
                differences,
                Stream.concat(more.stream(), notes.stream()).toList());
    }

    /** {@return whether both series lead to the same} */
    public boolean isEqual() {
        return differences.isEmpty();
    }
}
