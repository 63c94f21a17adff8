/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Flyway's checksum: CRC-32 over the lines of a text in UTF-8, without their ends, as a signed number. */
public final class FlywayChecksum {

    private FlywayChecksum() {}

    /** {@return the checksum of a text, which has no byte-order mark any more} */
    public static int of(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
