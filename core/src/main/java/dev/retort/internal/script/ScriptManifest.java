/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.Fingerprint;
import java.util.List;

/**
 * The files of all scripts of a build, unparsed. Two builds with one digest have the same files: as many,
 * below their locations at the same paths, with the same sizes and CRC-32s. Where the locations are does not count.
 *
 * @param count how many scripts there are
 * @param digest over path, size and CRC-32 of each
 * @param empty the locations that do not exist or have no scripts, which do not count for the digest
 */
public record ScriptManifest(int count, String digest, List<String> empty) {

    /** Copies the locations. */
    public ScriptManifest {
        empty = List.copyOf(empty);
    }

    public static ScriptManifest of(List<FileStamp> stamps, List<String> empty) {
        Fingerprint fingerprint = new Fingerprint();
        for (FileStamp stamp : stamps) {
            fingerprint.add(stamp.path(), Long.toHexString(stamp.size()) + '.' + Long.toHexString(stamp.crc()));
        }
        return new ScriptManifest(stamps.size(), fingerprint.hex(), empty);
    }
}
