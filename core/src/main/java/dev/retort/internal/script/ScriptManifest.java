/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/**
 * The files of all scripts of a build, unparsed. Two builds with one digest have the same files: as many,
 * below their locations at the same paths, with the same sizes and CRC-32s. Where the locations are does not count.
 *
 * @param count how many scripts there are
 * @param digest the CRC-32 and the Adler-32 over path, size and CRC-32 of each
 * @param empty the locations that do not exist or have no scripts, which do not count for the digest
 */
public record ScriptManifest(int count, String digest, List<String> empty) {

    /** Copies the locations. */
    public ScriptManifest {
        empty = List.copyOf(empty);
    }

    public static ScriptManifest of(List<FileStamp> stamps, List<String> empty) {
        StringBuilder content = new StringBuilder();
        for (FileStamp stamp : stamps) {
            content.append(stamp.path())
                    .append('\0')
                    .append(stamp.size())
                    .append(' ')
                    .append(stamp.crc())
                    .append('\n');
        }
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return new ScriptManifest(stamps.size(), hex(new CRC32(), bytes) + "-" + hex(new Adler32(), bytes), empty);
    }

    /** These are native code: a JVM that has just started would interpret a cryptographic hash, 8 to 40 ms for 1,000 files. */
    private static String hex(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }
}
