/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the class path, wherever it occurs there.
 *
 * <p>Class loaders find a folder in a jar only if the jar has an entry for the folder itself. When no jar has one, the jars
 * of the class path are searched; a jar without folder entries beside one with them is not found.
 */
public final class ClassPathFolder {

    private final String name;
    private final ClassLoader loader;

    private ClassPathFolder(String name, ClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    public static ClassPathFolder of(String folder, ClassLoader loader) {
        String name = folder;
        while (name.startsWith("/")) {
            name = name.substring(1);
        }
        while (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.isEmpty() || ("/" + name + "/").contains("/../")) {
            throw new IllegalArgumentException("The location must be a folder of the class path, without \"..\".");
        }
        return new ClassPathFolder(name, loader);
    }

    String whereLooked() {
        return "looked for the folder " + name + " on the class path, with the class loader " + loader;
    }

    public boolean read(FoundFiles files) throws IOException {
        boolean found = false;
        Enumeration<URL> urls = loader.getResources(name);
        while (urls.hasMoreElements()) {
            found |= read(urls.nextElement(), files);
        }
        return found || readUnlistedFolders(files);
    }

    private boolean read(URL url, FoundFiles files) throws IOException {
        ArchiveFolder archive = ArchiveFolder.parse(url.toExternalForm());
        if (archive != null) {
            return archive.read(files);
        }
        Path directory = path(url);
        if (directory == null) {
            files.problems()
                    .add(
                            url.toString(),
                            0,
                            "The folder cannot be listed: no file system for \"" + url.getProtocol()
                                    + ":\" is known. Unpack the scripts and use a filesystem: location.");
            return true;
        }
        return new DirectoryReader(directory, files).read();
    }

    /** Whatever has a file system provider: plain directories, the image of a runtime, the resources of a native image. */
    private static @Nullable Path path(URL url) throws IOException {
        try {
            URI uri = url.toURI();
            try {
                return Path.of(uri);
            } catch (FileSystemNotFoundException e) {
                return FileSystems.newFileSystem(uri, Map.of()).provider().getPath(uri);
            }
        } catch (URISyntaxException
                | FileSystemNotFoundException
                | ProviderNotFoundException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            return null;
        }
    }

    private boolean readUnlistedFolders(FoundFiles files) throws IOException {
        boolean found = false;
        for (ArchiveFolder archive : archives()) {
            found |= archive.resolve(name).read(files);
        }
        return found;
    }

    private List<ArchiveFolder> archives() {
        List<ArchiveFolder> archives = new ArrayList<>();
        for (String url : ClassPathEntries.of(loader)) {
            String root = url.startsWith("jar:") ? url : "jar:" + url + "!/";
            ArchiveFolder archive = ArchiveFolder.parse(root);
            if (archive != null) {
                archives.add(archive);
            }
        }
        return archives;
    }
}
