/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 over named values in the order in which they are added. Statements are added in their canonical form
 * ({@link SqlItem.Statement#canonical()}), so that neither comments nor white space nor the case of keywords and
 * unquoted identifiers count.
 */
public final class Fingerprint {

    private final StringBuilder content = new StringBuilder(1024);

    /**
     * Adds a value. NULs, which PostgreSQL's texts cannot contain, separate names and values.
     *
     * @param name what the value is
     * @param value the value
     */
    public void add(String name, String value) {
        content.append(name).append('\0').append(value).append('\0');
    }

    /** {@return the hash of all that was added, in lower-case hexadecimal} */
    public String hex() {
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
