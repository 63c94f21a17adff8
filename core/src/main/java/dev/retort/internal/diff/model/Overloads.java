/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.Routine;

/** Routines of one name. While both exist, a call that leaves arguments out may mean either of them. */
public record Overloads(ComparedSchemas sides) {

    /** {@return whether calls of a routine that the script creates could mean this one, which is dropped, too} */
    public boolean makeAmbiguous(Routine dropped) {
        return sides.to().schema().routines().stream()
                .filter(routine -> routine.name().equals(dropped.name()))
                .filter(routine -> !sides.from().has(routine.key()))
                .anyMatch(routine -> Signatures.areOptional(routine) || Signatures.areOptional(dropped));
    }
}
