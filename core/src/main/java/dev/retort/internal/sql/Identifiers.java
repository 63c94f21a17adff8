/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes names and values into SQL, and reads names out of it. */
public final class Identifiers {

    /** The maximum length of a name in the server: {@code NAMEDATALEN} less one. */
    private static final int MAX_BYTES = 63;

    private Identifiers() {}

    /**
     * Writes a name as an identifier, in quotes exactly when the server's {@code quote_ident} would put them: when it is
     * not in lower-case letters, digits and underscores, or when it is a keyword other than an unreserved one in any
     * supported version.
     *
     * @param name the name as the catalog has it
     * @throws IllegalArgumentException when no identifier can have that name: it is empty or holds a NUL
     */
    public static String quote(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no identifier \"" + name.replace("\0", "\\0") + "\".");
        }
        return isPlain(name) && !Keywords.needQuotes(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Writes a name with its schema.
     *
     * @param schema the schema, {@code null} for none
     * @param name the name
     */
    public static String quote(@Nullable String schema, String name) {
        return schema == null ? quote(name) : quote(schema) + '.' + quote(name);
    }

    /**
     * Writes a text as a string literal that means the same whether {@code standard_conforming_strings} is on or off.
     *
     * @param value the text
     * @throws IllegalArgumentException when it holds a NUL, which PostgreSQL has no text for
     */
    public static String literal(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no text with a NUL.");
        }
        String quoted = '\'' + value.replace("'", "''") + '\'';
        return value.indexOf('\\') < 0 ? quoted : 'E' + quoted.replace("\\", "\\\\");
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || c == '_' || (i > 0 && c >= '0' && c <= '9');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** {@return the name that the catalog has for an identifier as written, {@code null} if it has Unicode escapes} */
    static @Nullable String stored(String written) {
        if (written.endsWith("\"")) {
            boolean escapes = !written.startsWith("\"") && written.indexOf('\\') >= 0;
            String name = written.substring(written.indexOf('"') + 1, written.length() - 1);
            return escapes ? null : truncate(name.replace("\"\"", "\""));
        }
        byte[] folded = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Characters.fold(folded[i]);
        }
        return truncate(new String(folded, StandardCharsets.UTF_8));
    }

    private static String truncate(String name) {
        String kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
