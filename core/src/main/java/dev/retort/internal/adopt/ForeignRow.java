/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of another tool's history as it was when the database was adopted.
 *
 * @param rank its place
 * @param digest a digest of what the tool reads of it
 * @param key the migration, as {@link ForeignTool#key} names it
 */
public record ForeignRow(int rank, String digest, String key) {

    private static final Pattern LINE = Pattern.compile("(-?\\d+) ([0-9a-f]+) (.*)");
    private static final int DIGEST_LENGTH = 12;

    /** {@return a row} */
    public static ForeignRow of(int rank, String key, @Nullable Object... values) {
        try {
            byte[] text = Arrays.toString(values).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return new ForeignRow(rank, HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH), key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    /** {@return the row of a line; empty when the line is none} */
    static Optional<ForeignRow> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new ForeignRow(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** {@return the row as a line} */
    String line() {
        return rank + " " + digest + " " + key.replaceAll("\\R", " ");
    }
}
