/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.ServerVersion;
import java.util.List;

/**
 * What a comparison needs to be told.
 *
 * @param version the server that the operations will run on
 * @param filter which objects are compared
 * @param renames what keeps its rows under another name
 * @param dropUnknown whether what the model does not know is dropped; otherwise it is left alone and listed
 */
public record DiffSettings(ServerVersion version, ObjectFilter filter, List<Rename> renames, boolean dropUnknown) {

    /** Copies the renames. */
    public DiffSettings {
        renames = List.copyOf(renames);
    }

    /** {@return the settings of a comparison that drops nothing it does not know} */
    public static DiffSettings of(ServerVersion version) {
        return new DiffSettings(version, ObjectFilter.DEFAULT, List.of(), false);
    }

    /** {@return these settings with other objects compared} */
    public DiffSettings withFilter(ObjectFilter other) {
        return new DiffSettings(version, other, renames, dropUnknown);
    }

    /** {@return these settings with other renames} */
    public DiffSettings withRenames(List<Rename> other) {
        return new DiffSettings(version, filter, other, dropUnknown);
    }

    /** {@return these settings dropping what the model does not know, or not} */
    public DiffSettings withDropUnknown(boolean other) {
        return new DiffSettings(version, filter, renames, other);
    }
}
