/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder in a jar, or in a jar within a jar. Read with {@code java.util.zip} in one pass over the directory of the
 * archive, which at start is far quicker than asking the class loader for each file.
 *
 * @param archive the jar on the file system
 * @param nested the entry that is a jar itself and holds the folder; {@code null} when the outer jar does
 * @param folder the folder, ending in a slash; empty for the root
 */
record ArchiveFolder(Path archive, @Nullable String nested, String folder) {

    /**
     * Understands the address of a folder in a jar: {@code jar:file:/a.jar!/folder}, the nested forms of Spring Boot,
     * {@code jar:nested:/a.jar/!BOOT-INF/classes/!/folder} and {@code jar:nested:/a.jar/!BOOT-INF/lib/b.jar!/folder}, and
     * the ones before its version 3.2, {@code jar:file:/a.jar!/BOOT-INF/lib/b.jar!/folder}.
     *
     * @return the folder, or {@code null} for any other address
     */
    static @Nullable ArchiveFolder parse(String url) {
        if (url.startsWith("jar:nested:")) {
            return parseNested(decode(url.substring("jar:nested:".length())));
        }
        return url.startsWith("jar:file:") ? parseFile(decode(url.substring("jar:file:".length()))) : null;
    }

    private static @Nullable ArchiveFolder parseNested(String address) {
        int end = address.lastIndexOf("!/");
        if (end < 0) {
            return null;
        }
        int inner = address.lastIndexOf("/!", end - 2);
        String archive = address.substring(0, inner < 0 ? end : inner);
        String entry = inner < 0 ? "" : address.substring(inner + 2, end);
        return of(archive, entry, address.substring(end + 2));
    }

    private static @Nullable ArchiveFolder parseFile(String address) {
        int archiveEnd = address.indexOf("!/");
        if (archiveEnd < 0) {
            return null;
        }
        int end = address.lastIndexOf("!/");
        String entry = end == archiveEnd ? "" : address.substring(archiveEnd + 2, end);
        return of(address.substring(0, archiveEnd), entry, address.substring(end + 2));
    }

    private static ArchiveFolder of(String archive, String entry, String folder) {
        boolean jar = entry.endsWith(".jar");
        String path = withSlash(folder);
        return new ArchiveFolder(path(archive), jar ? entry : null, jar ? path : withSlash(entry) + path);
    }

    private static String withSlash(String folder) {
        return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** Percent signs only: a plus in a path is a plus. */
    private static String decode(String address) {
        return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Path path(String urlPath) {
        try {
            return Path.of(new URI("file", null, urlPath, null));
        } catch (URISyntaxException | FileSystemNotFoundException e) {
            throw new IllegalArgumentException(urlPath, e);
        }
    }

    /** {@return the same place with another folder below it} */
    ArchiveFolder resolve(String below) {
        return new ArchiveFolder(archive, nested, folder + withSlash(below));
    }

    /** {@return whether the archive has anything below the folder} */
    boolean read(FoundFiles files) throws IOException {
        if (!Files.isRegularFile(archive)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry inner = nested == null ? null : zip.getEntry(nested);
            if (inner != null) {
                return readNested(zip, inner, files);
            }
            return nested == null && readEntries(zip, files);
        }
    }

    private boolean readEntries(ZipFile zip, FoundFiles files) throws IOException {
        boolean found = false;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!name.startsWith(folder)) {
                continue;
            }
            found = true;
            if (isNewAndWanted(name, files) && (entry.getSize() < 0 || files.fits(source(name), entry.getSize()))) {
                files.add(name.substring(folder.length()), source(name), entry, () -> zip.getInputStream(entry));
            }
        }
        return found;
    }

    private boolean readNested(ZipFile zip, ZipEntry inner, FoundFiles files) throws IOException {
        boolean found = false;
        try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(inner))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(folder)) {
                    found = true;
                    if (isNewAndWanted(entry.getName(), files)) {
                        files.addFrom(entries, entry.getName().substring(folder.length()), source(entry.getName()));
                    }
                }
            }
        }
        return found;
    }

    private boolean isNewAndWanted(String entry, FoundFiles files) {
        return !files.skips(entry.substring(folder.length()))
                && files.wants(source(entry))
                && files.isNew(source(entry));
    }

    private String source(String entry) {
        String outer = archive.toString().concat("!/");
        return (nested == null ? outer : outer.concat(nested).concat("!/")).concat(entry);
    }
}
