/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import java.util.zip.CRC32;

/**
 * The size and the checksum that tell one state of a script file from another.
 *
 * @param path its path below the location, with slashes; decides the order
 * @param source its name in messages
 * @param size how many bytes it has
 * @param crc the CRC-32 of these
 */
public record FileStamp(String path, String source, long size, long crc) implements Comparable<FileStamp> {

    public static FileStamp of(String path, String source, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new FileStamp(path, source, content.length, crc.getValue());
    }

    @Override
    public int compareTo(FileStamp other) {
        int byPath = path.compareTo(other.path);
        return byPath == 0 ? source.compareTo(other.source) : byPath;
    }
}
