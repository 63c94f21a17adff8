/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * A digest over revisions and checksums, computed alike here and by the server, so that a start at head need not read a row
 * for each revision.
 */
public final class Digest {

    /** Over the rows of a relation {@code run(revision, checksum)}. */
    static final String SQL = """
        pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg(
            revision OPERATOR(pg_catalog.||) ':' OPERATOR(pg_catalog.||) coalesce(checksum, ''),
            ',' ORDER BY revision COLLATE pg_catalog."C"), ''), 'UTF8')), 'hex')
        """;

    private Digest() {}

    /**
     * Computes the digest.
     *
     * @param checksums the checksum of each revision; ids are ASCII, so that their order is the server's
     * @return SHA-256 in lower-case hexadecimal
     */
    public static String of(SortedMap<String, String> checksums) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : checksums.entrySet()) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(entry.getKey())
                    .append(':')
                    .append(entry.getValue());
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
