/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.packed;

import dev.retort.internal.lint.packed.PackedFinding.Json;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code META-INF/retort/lint.json}.
 *
 * @param revisions what it has of each revision
 */
public record LintFile(List<PackedRevision> revisions) {

    /** Where it is in a jar. */
    public static final String PATH = "META-INF/retort/lint.json";

    private static final int VERSION = 1;

    /** Copies the list. */
    public LintFile {
        revisions = List.copyOf(revisions);
    }

    /**
     * The findings of one revision.
     *
     * @param revision its id
     * @param checksum the checksum of the script that was judged
     * @param findings what was found, without sizes
     */
    public record PackedRevision(String revision, String checksum, List<Finding> findings) {

        /** Copies the list. */
        public PackedRevision {
            findings = List.copyOf(findings);
        }
    }

    /** {@return the content of the file, as values of JSON} */
    public static Map<String, @Nullable Object> write(LintReport report) {
        List<@Nullable Object> revisions = new ArrayList<>();
        report.revisions().forEach(revision -> {
            Map<String, @Nullable Object> packed = new LinkedHashMap<>();
            packed.put("revision", revision.revision());
            packed.put("checksum", revision.checksum());
            packed.put("file", revision.file());
            packed.put(
                    "findings",
                    revision.findings().stream().map(PackedFinding::write).toList());
            revisions.add(packed);
        });
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("version", VERSION);
        file.put("revisions", revisions);
        return file;
    }

    /**
     * Reads a file.
     *
     * @param text its content
     * @throws IllegalArgumentException when it is none, or one of another version
     */
    static LintFile read(String text) {
        Json file = Json.of(JsonText.parse(text));
        if (file.number("version") != VERSION) {
            throw new IllegalArgumentException("It has version " + file.number("version") + " in place of " + VERSION);
        }
        return new LintFile(file.list("revisions").stream()
                .map(Json::of)
                .map(LintFile::revision)
                .toList());
    }

    private static PackedRevision revision(Json packed) {
        String id = packed.text("revision");
        List<Finding> findings = packed.list("findings").stream()
                .map(Json::of)
                .map(one -> PackedFinding.read(one, id, packed.text("file")))
                .flatMap(Optional::stream)
                .toList();
        return new PackedRevision(id, packed.text("checksum"), findings);
    }
}
