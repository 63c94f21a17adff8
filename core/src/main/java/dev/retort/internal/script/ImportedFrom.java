/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A migration of another tool that a revision replaces, as the header key {@code imported_from} names it: for instance
 * {@code flyway V "2.1" -1467837485}. Several migrations are separated by commas, several checksums of one by
 * {@code |}.
 *
 * @param tool the other tool, such as {@code flyway}
 * @param kind the kind of migration, such as {@code V}; {@code null} where the tool has only one
 * @param names what identifies the migration there: a version, or id, author and file
 * @param checksums the checksums that the tool may have recorded; empty when it records none
 */
public record ImportedFrom(String tool, @Nullable String kind, List<String> names, List<String> checksums) {

    private static final Set<String> ADOPTED = Set.of("flyway", "liquibase");
    private static final String KEY = "-- imported_from:";

    /** Copies the lists. */
    public ImportedFrom {
        names = List.copyOf(names);
        checksums = List.copyOf(checksums);
    }

    /** {@return the migrations that a revision replaces; none for one that was not imported} */
    public static List<ImportedFrom> of(RevisionScript script) {
        return script.text()
                .lines()
                .takeWhile(line -> !line.startsWith("-- migrate:"))
                .filter(line -> line.startsWith(KEY))
                .findFirst()
                .map(line -> parse(script.source(), line.substring(KEY.length())))
                .orElse(List.of());
    }

    /**
     * {@return the migrations that a header names}
     *
     * @param source the script, for the error
     * @param value the value of the key
     * @throws RetortException when it cannot be read
     */
    public static List<ImportedFrom> parse(String source, String value) {
        return new ImportedFromReader(source, value).read();
    }

    /** {@return the value of the header key} */
    public static String text(List<ImportedFrom> origins) {
        return origins.stream().map(ImportedFrom::toString).collect(Collectors.joining(", "));
    }

    /** {@return whether databases of the tool are adopted: those of the others stay where they are} */
    public boolean isAdopted() {
        return ADOPTED.contains(tool);
    }

    /** {@return this migration with one more checksum that the tool may have recorded} */
    public ImportedFrom withChecksum(String checksum) {
        List<String> all = new ArrayList<>(checksums);
        if (!all.contains(checksum)) {
            all.add(checksum);
        }
        return new ImportedFrom(tool, kind, names, all);
    }

    /** {@return this migration with other checksums} */
    public ImportedFrom withChecksums(List<String> other) {
        return new ImportedFrom(tool, kind, names, other);
    }

    /** {@return the migration as the header names it} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(tool);
        if (kind != null) {
            text.append(' ').append(kind);
        }
        names.forEach(name -> text.append(' ').append(quote(name)));
        if (!checksums.isEmpty()) {
            text.append(' ').append(String.join("|", checksums));
        }
        return text.toString();
    }

    /** {@return a string as in JSON} */
    static String quote(String name) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
