/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** Takes the files of folders, each once, however many folders lead to it. */
interface FoundFiles {

    /** {@return whether a file of this name is wanted} */
    boolean wants(String name);

    /** {@return whether the file is seen for the first time} */
    boolean isNew(String key);

    /**
     * Takes a file.
     *
     * @param path its path below the folder, with slashes
     * @param source its name in messages
     * @param content its bytes
     */
    void add(String path, String source, byte[] content);

    /**
     * Takes an entry of an archive.
     *
     * @param path its path below the folder, with slashes
     * @param source its name in messages
     * @param entry what the archive's directory says of it
     * @param content its bytes
     */
    default void add(String path, String source, ZipEntry entry, Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            add(path, source, bytes.readAllBytes());
        }
    }

    /** Opens the content of a file. */
    @FunctionalInterface
    interface Content {
        /** {@return the bytes; the caller closes it} */
        InputStream open() throws IOException;
    }

    /** {@return where problems are collected} */
    Problems problems();
}
