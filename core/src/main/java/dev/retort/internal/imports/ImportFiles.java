/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the scripts of an import, all or none: nothing that exists with another text is overwritten. */
public final class ImportFiles {

    private final Path folder;
    private final @Nullable Path objects;

    /**
     * Creates a writer of scripts.
     *
     * @param folder the folder of scripts
     */
    public ImportFiles(Path folder) {
        this(folder, null);
    }

    /**
     * Creates a writer.
     *
     * @param folder the folder of scripts
     * @param objects the folder of object files; {@code null} if there are none
     */
    public ImportFiles(Path folder, @Nullable Path objects) {
        this.folder = folder;
        this.objects = objects;
    }

    /**
     * Writes the scripts that are not there yet.
     *
     * @return the files that were written
     * @throws RetortException when a file exists with another text, or one cannot be written
     */
    public List<Path> write(ImportPlan plan) {
        Map<Path, String> missing = missing(plan);
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> file : missing.entrySet()) {
                Files.createDirectories(file.getKey().resolveSibling(""));
                Files.writeString(file.getKey(), file.getValue());
                written.add(file.getKey());
            }
            return written;
        } catch (IOException e) {
            throw removed(written, e);
        }
    }

    /** {@return the texts of the scripts that are not there yet, by file} */
    public Map<Path, String> missing(ImportPlan plan) {
        Map<Path, String> missing = new TreeMap<>();
        List<String> different = new ArrayList<>();
        for (ImportedRevision revision : plan.revisions()) {
            Path file = ImportPlan.file(folder, revision);
            if (!Files.exists(file)) {
                missing.put(file, revision.text());
            } else if (!revision.text().equals(text(file))) {
                different.add(file.toString());
            }
        }
        missing.putAll(missingObjects(plan, missing.keySet()));
        if (!different.isEmpty()) {
            throw new RetortException(
                    "The import would overwrite files; nothing was written.",
                    "They exist with another text: " + String.join(", ", different) + ".",
                    "Delete them, or write to another folder (retort.source-directory).");
        }
        return missing;
    }

    /** An object file is written with the script of its revision: later it belongs to the developer. */
    private Map<Path, String> missingObjects(ImportPlan plan, Set<Path> scripts) {
        Map<Path, String> missing = new TreeMap<>();
        if (objects == null) {
            return missing;
        }
        for (ImportedObject object : plan.objects()) {
            boolean isNew = plan.revisions().stream()
                    .filter(revision -> revision.migration().id().equals(object.revision()))
                    .anyMatch(revision -> scripts.contains(ImportPlan.file(folder, revision)));
            Path file = objects.resolve(object.fileName());
            if (isNew && !Files.exists(file)) {
                missing.put(file, object.text());
            }
        }
        return missing;
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RetortException("The file " + file + " cannot be read.", e.toString(), "Check its rights.", e);
        }
    }

    private static RetortException removed(List<Path> written, IOException failure) {
        List<String> left = new ArrayList<>();
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failure.addSuppressed(e);
                left.add(file.toString());
            }
        }
        return new RetortException(
                "The scripts were not written.",
                failure + (left.isEmpty() ? "" : "; these files are left: " + String.join(", ", left)),
                "Check the folder and its rights.",
                failure);
    }
}
