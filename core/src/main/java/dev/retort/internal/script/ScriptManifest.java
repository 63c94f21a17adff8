/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The files of all scripts of a build, unparsed. Two builds with one digest have the same files: as many,
 * below their locations at the same paths, with the same sizes and CRC-32s. Where the locations are does not count.
 *
 * @param count how many scripts there are
 * @param digest a SHA-256 over the CRC-32 of the path, the size and the CRC-32 of each
 * @param empty the locations that do not exist or have no scripts, which do not count for the digest
 */
public record ScriptManifest(int count, String digest, List<String> empty) {

    /** Copies the locations. */
    public ScriptManifest {
        empty = List.copyOf(empty);
    }

    public static ScriptManifest of(List<FileStamp> stamps, List<String> empty) {
        ByteBuffer content = ByteBuffer.allocate(3 * Integer.BYTES * stamps.size());
        for (FileStamp stamp : stamps) {
            content.putInt(crc(stamp.path())).putInt((int) stamp.size()).putInt((int) stamp.crc());
        }
        return new ScriptManifest(stamps.size(), Fingerprint.hex(content.array()), empty);
    }

    /** A SHA-256 over all paths takes a start longer: the first ones of a JVM run interpreted. */
    private static int crc(String path) {
        CRC32 crc = new CRC32();
        crc.update(path.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
