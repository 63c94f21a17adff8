/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.IOException;
import java.nio.file.Path;

/** A place that was configured to hold scripts. */
public sealed interface Location {

    /**
     * Reads the scripts below it.
     *
     * @return whether the place exists
     */
    boolean read(FoundFiles files) throws IOException;

    /** {@return where this was looked for, for the message that it is missing} */
    String whereLooked();

    /**
     * Understands a location as configured.
     *
     * @param text {@code classpath:folder}, {@code filesystem:folder}, or a plain path
     * @param loader the class loader of {@code classpath:} locations
     * @throws IllegalArgumentException when it is none of these, with a message for the user
     */
    static Location parse(String text, ClassLoader loader) {
        int colon = text.indexOf(':');
        // One letter before a colon is a drive of Windows.
        String prefix = colon > 1 ? text.substring(0, colon) : "filesystem";
        String rest = colon > 1 ? text.substring(colon + 1) : text;
        if (rest.isBlank()) {
            throw new IllegalArgumentException(
                    "The location names no folder. Name one, as in classpath:db/migrations.");
        }
        return switch (prefix) {
            case "classpath" -> new OnClassPath(ClassPathFolder.of(rest, loader));
            case "filesystem" -> new OnFileSystem(Path.of(rest));
            default ->
                throw new IllegalArgumentException("The location begins with \"" + prefix
                        + ":\". Use classpath:<folder>, filesystem:<folder>, or a plain path.");
        };
    }

    /**
     * A folder of the class path: all folders of that name, in directories and archives.
     *
     * @param folder the folder
     */
    record OnClassPath(ClassPathFolder folder) implements Location {
        @Override
        public boolean read(FoundFiles files) throws IOException {
            return folder.read(files);
        }

        @Override
        public String whereLooked() {
            return folder.whereLooked();
        }
    }

    /**
     * A folder of the file system.
     *
     * @param path the folder, as configured
     */
    record OnFileSystem(Path path) implements Location {
        @Override
        public boolean read(FoundFiles files) throws IOException {
            return new DirectoryReader(path, files).read();
        }

        @Override
        public String whereLooked() {
            return "looked for the directory " + path.toAbsolutePath().normalize();
        }
    }
}
