/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Derives the id of a revision from what its migration is to the other tool, so that every developer gets the same. */
public final class RevisionIds {

    private static final int BYTES = 6;

    private RevisionIds() {}

    /** {@return the id of a migration with this identity} */
    public static String of(String tool, List<String> identity) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(tool.getBytes(StandardCharsets.UTF_8));
            for (String part : identity) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }
}
