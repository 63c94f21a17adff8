/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        return write(missing(plan.newRevisions(), plan.objects()));
    }

    /**
     * Writes the scripts of all revisions, those of an earlier import too.
     *
     * @throws RetortException when one cannot be written
     */
    public void writeAll(ImportPlan plan) {
        write(missing(plan.revisions(), List.of()));
    }

    /** Parents are written before their children, so that a process that ends leaves the first part of the chain. */
    private List<Path> write(Map<Path, String> missing) {
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> file : missing.entrySet()) {
                Files.createDirectories(file.getKey().resolveSibling(""));
                writeWhole(file.getKey(), file.getValue());
                written.add(file.getKey());
            }
            return written;
        } catch (IOException e) {
            throw removed(written, e);
        }
    }

    /** A process that ends meanwhile leaves no half of a script. */
    private static void writeWhole(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Map<Path, String> missing(List<ImportedRevision> revisions, List<ImportedObject> objects) {
        Map<Path, String> missing = new LinkedHashMap<>();
        List<String> different = new ArrayList<>();
        for (ImportedRevision revision : revisions) {
            Path file = ImportPlan.file(folder, revision);
            if (!Files.exists(file)) {
                missing.put(file, revision.text());
            } else if (!revision.text().equals(text(file))) {
                different.add(file.toString());
            }
        }
        missing.putAll(missingObjects(objects, missingIds(revisions, missing.keySet())));
        if (!different.isEmpty()) {
            throw new RetortException(
                    "The import would overwrite files; nothing was written.",
                    "They exist with another text: " + String.join(", ", different) + ".",
                    "Delete them, or write to another folder (retort.source-directory).");
        }
        return missing;
    }

    private Set<String> missingIds(List<ImportedRevision> revisions, Set<Path> missing) {
        return revisions.stream()
                .filter(revision -> missing.contains(ImportPlan.file(folder, revision)))
                .map(revision -> revision.migration().id())
                .collect(Collectors.toSet());
    }

    /** An object file is written with the script of its revision: later it belongs to the developer. */
    private Map<Path, String> missingObjects(List<ImportedObject> all, Set<String> revisions) {
        Map<Path, String> missing = new TreeMap<>();
        if (objects == null) {
            return missing;
        }
        for (ImportedObject object : all) {
            Path file = objects.resolve(object.fileName());
            if (revisions.contains(object.revision()) && !Files.exists(file)) {
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
